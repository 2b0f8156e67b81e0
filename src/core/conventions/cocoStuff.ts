import { readTable } from './readTable.ts';

/**
 * The 182 classes of COCO-Stuff by their ids from 0, as S-FLCKR uses them (Taming Transformers, data/coco_stuff), with
 * GauGAN's colours, whose red byte is the id, and the class of ours that each of them means.
 */
export const COCO_STUFF = readTable(`
id   gaugan   class     name
0    #00ac0d  any       person
1    #012f47  any       bicycle
2    #0275b8  any       car
3    #03c098  any       motorcycle
4    #04434f  any       airplane
5    #05fb29  any       bus
6    #06c312  any       train
7    #076728  any       truck
8    #0809b6  any       boat
9    #09d3cf  any       traffic light
10   #0a150b  any       fire hydrant
11   #0bf2a6  any       street sign
12   #0c246f  any       stop sign
13   #0d575d  any       parking meter
14   #0e46f9  any       bench
15   #0fd881  any       bird
16   #1058df  any       cat
17   #118c76  any       dog
18   #123a2c  any       horse
19   #13c1d8  any       sheep
20   #14e67d  any       cow
21   #152718  any       elephant
22   #165743  any       bear
23   #17aed2  any       zebra
24   #1858ef  any       giraffe
25   #195103  any       hat
26   #1aa5ea  any       backpack
27   #1b19cc  any       umbrella
28   #1c4de6  any       shoe
29   #1d4823  any       eye glasses
30   #1e09d6  any       handbag
31   #1f94fe  any       tie
32   #2073bd  any       suitcase
33   #21d0c5  any       frisbee
34   #22f3d7  any       skis
35   #23c52b  any       snowboard
36   #24fe20  any       sports ball
37   #254f0b  any       kite
38   #26af68  any       baseball bat
39   #27c0d4  any       baseball glove
40   #28528a  any       skateboard
41   #2963b6  any       surfboard
42   #2ad8eb  any       tennis racket
43   #2bb1a5  any       bottle
44   #2cf37d  any       plate
45   #2d1d9c  any       wine glass
46   #2e936f  any       cup
47   #2f93e8  any       fork
48   #308e02  any       knife
49   #31a71b  any       spoon
50   #3220d3  any       bowl
51   #33c1d9  any       banana
52   #340997  any       apple
53   #35b935  any       sandwich
54   #367f33  any       orange
55   #3720ae  any       broccoli
56   #381f94  any       carrot
57   #39cab5  any       hot dog
58   #3af41d  any       pizza
59   #3b9743  any       donut
60   #3ca323  any       cake
61   #3dfe27  any       chair
62   #3ecb89  any       couch
63   #3f7249  plants    potted plant
64   #40b729  any       bed
65   #411c97  any       mirror
66   #422283  any       dining table
67   #43802e  any       window
68   #4480da  any       desk
69   #45a4b2  any       toilet
70   #46356c  any       door
71   #478503  any       tv
72   #48261f  any       laptop
73   #49e809  any       mouse
74   #4af48a  any       remote
75   #4b111b  any       keyboard
76   #4c4fad  any       cell phone
77   #4d84c7  any       microwave
78   #4e69a7  any       oven
79   #4f2a3d  any       toaster
80   #50ba55  any       sink
81   #511f61  any       refrigerator
82   #52782c  any       blender
83   #530122  any       book
84   #5441a2  any       clock
85   #55e758  any       vase
86   #56a921  any       scissors
87   #573985  any       teddy bear
88   #5823e8  any       hair drier
89   #5966ff  any       toothbrush
90   #5a7724  any       hair brush
91   #5b0b00  any       banner
92   #5caecb  any       blanket
93   #5d5222  trees     branch
94   #5e5bc5  any       bridge
95   #5f807e  any       building-other
96   #606e32  plants    bush
97   #6163fe  any       cabinet
98   #623550  any       cage
99   #638cbe  any       cardboard
100  #647988  any       carpet
101  #65aabd  any       ceiling-other
102  #665481  any       ceiling-tile
103  #67cbd1  any       cloth
104  #684470  any       clothes
105  #696969  clouds    clouds
106  #6ac478  any       counter
107  #6b2f5b  any       cupboard
108  #6c7fa8  any       curtain
109  #6df474  any       desk-stuff
110  #6e6e28  dirt      dirt
111  #6fccb0  any       door-stuff
112  #706419  any       fence
113  #71b443  any       floor-marble
114  #72e867  any       floor-other
115  #734efc  any       floor-stone
116  #748f23  any       floor-tile
117  #759472  any       floor-wood
118  #760000  plants    flower
119  #77ba1d  clouds    fog
120  #7817f1  any       food-other
121  #79cf21  any       fruit
122  #7a8d92  any       furniture-other
123  #7bc800  grass     grass
124  #7c32c8  dirt      gravel
125  #7d3054  dirt      ground-other
126  #7ec864  mountain  hill
127  #7f4502  any       house
128  #80a945  plants    leaves
129  #81a365  any       light
130  #82c08c  any       mat
131  #835f2c  any       metal
132  #84c575  any       mirror-stuff
133  #855efd  grass     moss
134  #869664  mountain  mountain
135  #87716f  dirt      mud
136  #88b25b  any       napkin
137  #892455  any       net
138  #8aa2a7  any       paper
139  #8b3027  dirt      pavement
140  #8c5dcb  any       pillow
141  #8de61e  plants    plant-other
142  #8e629e  any       plastic
143  #8f2a91  any       platform
144  #90cdc6  grass     playingfield
145  #9170c7  any       railing
146  #92e712  dirt      railroad
147  #9364c8  water     river
148  #946e28  dirt      road
149  #956432  rock      rock
150  #9600b1  any       roof
151  #978a29  any       rug
152  #98725d  any       salad
153  #999900  sand      sand
154  #9ac6da  water     sea
155  #9b7fc9  any       shelf
156  #9ceedd  sky       sky-other
157  #9dbbf2  any       skyscraper
158  #9e9eaa  snow      snow
159  #9f79db  any       solid-other
160  #a06249  any       stairs
161  #a1a164  rock      stone
162  #a2a3eb  grass     straw
163  #a3ded1  any       structural-other
164  #a47b69  any       table
165  #a5c3ba  any       tent
166  #a65280  any       textile-other
167  #a7aed6  any       towel
168  #a8c832  trees     tree
169  #a99410  any       vegetable
170  #aad16a  any       wall-brick
171  #ab32a4  any       wall-concrete
172  #ac9b5e  any       wall-other
173  #ad0e18  any       wall-panel
174  #ae2974  any       wall-stone
175  #af3abf  any       wall-tile
176  #b0c1c3  any       wall-wood
177  #b1c8ff  water     water-other
178  #b20a88  water     waterdrops
179  #b356b8  any       window-blind
180  #b42b5b  any       window-other
181  #b57b00  any       wood
`);
