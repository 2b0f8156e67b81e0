import { readTable } from './readTable.ts';

/** COCO panoptic: the colours of panopticapi's categories that a landscape may have. */
export const COCO_PANOPTIC = readTable(`
color    class     name
#4682b4  sky       sky-other-merged
#6b8e23  trees     tree-merged
#98fb98  grass     grass-merged
#40aa40  mountain  mountain-merged
#00728f  rock      rock-merged
#d0e5e4  dirt      dirt-merged
#606060  dirt      pavement-merged
#747000  any       building-other-merged
#be9999  any       fence-merged
#66669c  any       wall-other-merged
#966464  any       bridge
#f18100  plants    flower
#7c4ab5  dirt      gravel
#464646  any       house
#ffb4c3  any       platform
#6a9ab0  grass     playingfield
#e6968c  dirt      railroad
#3c8fff  water     river
#804080  dirt      road
#5c5237  any       roof
#fed47c  sand      sand
#494dae  water     sea
#ffffff  snow      snow
#a9a483  any       tent
#89364a  any       wall-brick
#879edf  any       wall-stone
#6bffc8  any       wall-wood
#3a2995  water     water-other
#dc143c  any       person
#0000c0  any       boat
#a52a2a  any       bird
#b6b6ff  any       horse
#005200  any       sheep
#78a69d  any       cow
`);
