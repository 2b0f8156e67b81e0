import { readTable } from './readTable.ts';

/** Smart-Sketch, a painting page for GauGAN: its colours. */
export const SMART_SKETCH = readTable(`
color    class     name
#384f83  water     sea
#efefef  clouds    cloud
#2c1e16  dirt      dirt
#5d6e32  plants    bush
#b7d24e  grass     grass
#3c3b4b  mountain  mountain
#987e6a  dirt      road
#759edf  sky       sky
#352613  trees     tree
#636363  dirt      pavement
#e670b6  plants    flower
#c1c3c9  clouds    fog
#776c2d  mountain  hill
#bf602c  plants    leaves
#32604d  water     river
#fafafa  snow      snow
`);
