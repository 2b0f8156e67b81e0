import { readTable } from './readTable.ts';

/** Cityscapes: all 34 ids, the 19 training ids (255: not trained on) and the colours of cityscapesScripts, labels.py. */
export const CITYSCAPES = readTable(`
id  train  color    class  name
0   255    #000000  any    unlabeled
1   255    #000000  any    ego vehicle
2   255    #000000  any    rectification border
3   255    #000000  any    out of roi
4   255    #000000  any    static
5   255    #6f4a00  any    dynamic
6   255    #510051  dirt   ground
7   0      #804080  dirt   road
8   1      #f423e8  dirt   sidewalk
9   255    #faaaa0  dirt   parking
10  255    #e6968c  dirt   rail track
11  2      #464646  any    building
12  3      #66669c  any    wall
13  4      #be9999  any    fence
14  255    #b4a5b4  any    guard rail
15  255    #966464  any    bridge
16  255    #96785a  any    tunnel
17  5      #999999  any    pole
18  255    #999999  any    polegroup
19  6      #faaa1e  any    traffic light
20  7      #dcdc00  any    traffic sign
21  8      #6b8e23  trees  vegetation
22  9      #98fb98  grass  terrain
23  10     #4682b4  sky    sky
24  11     #dc143c  any    person
25  12     #ff0000  any    rider
26  13     #00008e  any    car
27  14     #000046  any    truck
28  15     #003c64  any    bus
29  255    #00005a  any    caravan
30  255    #00006e  any    trailer
31  16     #005064  any    train
32  17     #0000e6  any    motorcycle
33  18     #770b20  any    bicycle
`);
