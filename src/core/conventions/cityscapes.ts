import { readTable } from './readTable.ts';

/** Cityscapes: ids, training ids (255: not trained on) and colours of cityscapesScripts, labels.py. */
export const CITYSCAPES = readTable(`
id  train  color    class  name
0   255    #000000  any    unlabeled
6   255    #510051  dirt   ground
7   0      #804080  dirt   road
8   1      #f423e8  dirt   sidewalk
10  255    #e6968c  dirt   rail track
11  2      #464646  any    building
12  3      #66669c  any    wall
13  4      #be9999  any    fence
14  255    #b4a5b4  any    guard rail
15  255    #966464  any    bridge
21  8      #6b8e23  trees  vegetation
22  9      #98fb98  grass  terrain
23  10     #4682b4  sky    sky
24  11     #dc143c  any    person
`);
