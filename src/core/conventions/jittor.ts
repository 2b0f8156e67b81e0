import { readTable } from './readTable.ts';

/** The 29 classes of the Jittor landscape challenges (512 x 384 pixels, Tsinghua University, 2022 to 2024) by their ids from 0. */
export const JITTOR = readTable(`
id  class     name
0   mountain  mountain
1   sky       sky
2   water     water
3   water     sea
4   rock      rock
5   trees     tree
6   dirt      earth
7   mountain  hill
8   water     river
9   sand      sand
10  dirt      land
11  any       building
12  grass     grass
13  plants    plant
14  any       person
15  any       boat
16  water     waterfall
17  any       wall
18  any       pier
19  dirt      path
20  water     lake
21  any       bridge
22  grass     field
23  dirt      road
24  any       railing
25  any       fence
26  any       ship
27  any       house
28  any       other
`);
