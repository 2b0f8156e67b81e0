import { readTable } from './readTable.ts';

/**
 * The 182 classes of COCO-Stuff by their ids from 0, as S-FLCKR uses them (Taming Transformers, data/coco_stuff), with
 * the class of ours that each of them means, and their colours elsewhere: GauGAN's, whose red byte is the id, those of
 * COCO panoptic and those of mmsegmentation, which have not all of them.
 */
export const COCO_STUFF = readTable(`
id   gaugan   panoptic  mmseg    class     name
0    #00ac0d  #dc143c   #00c040  any       person
1    #012f47  #770b20   #00c040  any       bicycle
2    #0275b8  #00008e   #004060  any       car
3    #03c098  #0000e6   #80c0c0  any       motorcycle
4    #04434f  #6a00e4   #004040  any       airplane
5    #05fb29  #003c64   #00c0e0  any       bus
6    #06c312  #005064   #00c0c0  any       train
7    #076728  #000046   #80c040  any       truck
8    #0809b6  #0000c0   #00c060  any       boat
9    #09d3cf  #faaa1e   #80c040  any       traffic light
10   #0a150b  #64aa1e   #8020c0  any       fire hydrant
11   #0bf2a6  -         -        any       street sign
12   #0c246f  #dcdc00   #0000e0  any       stop sign
13   #0d575d  #af74af   #000040  any       parking meter
14   #0e46f9  #fa001e   #00a0c0  any       bench
15   #0fd881  #a52a2a   #800060  any       bird
16   #1058df  #ff4dff   #8000c0  any       cat
17   #118c76  #00e2fc   #0020c0  any       dog
18   #123a2c  #b6b6ff   #8080e0  any       horse
19   #13c1d8  #005200   #0000c0  any       sheep
20   #14e67d  #78a69d   #80a0c0  any       cow
21   #152718  #6e4c00   #808000  any       elephant
22   #165743  #ae39ff   #800020  any       bear
23   #17aed2  #c76400   #802000  any       zebra
24   #1858ef  #480076   #800080  any       giraffe
25   #195103  -         -        any       hat
26   #1aa5ea  #ffb3f0   #408020  any       backpack
27   #1b19cc  #007d5c   #00a000  any       umbrella
28   #1c4de6  -         -        any       shoe
29   #1d4823  -         -        any       eye glasses
30   #1e09d6  #d10097   #000000  any       handbag
31   #1f94fe  #bcd0b6   #c080a0  any       tie
32   #2073bd  #00dcb0   #002000  any       suitcase
33   #21d0c5  #ff63a4   #008080  any       frisbee
34   #22f3d7  #5c0049   #4080a0  any       skis
35   #23c52b  #8581ff   #80a000  any       snowboard
36   #24fe20  #4eb4ff   #008000  any       sports ball
37   #254f0b  #00e400   #c08020  any       kite
38   #26af68  #aefff3   #806080  any       baseball bat
39   #27c0d4  #2d59ff   #000080  any       baseball glove
40   #28528a  #868667   #400020  any       skateboard
41   #2963b6  #9194ae   #00e080  any       surfboard
42   #2ad8eb  #ffd0ba   #800000  any       tennis racket
43   #2bb1a5  #c5e2ff   #c000a0  any       bottle
44   #2cf37d  -         -        any       plate
45   #2d1d9c  #ab8601   #006080  any       wine glass
46   #2e936f  #6d3f36   #808080  any       cup
47   #2f93e8  #cf8aff   #4000a0  any       fork
48   #308e02  #97005f   #80e080  any       knife
49   #31a71b  #09503d   #808040  any       spoon
50   #3220d3  #546933   #c00020  any       bowl
51   #33c1d9  #4a4169   #806000  any       banana
52   #340997  #a6c466   #8000c0  any       apple
53   #35b935  #d0c3d2   #008020  any       sandwich
54   #367f33  #ff6d41   #40e000  any       orange
55   #3720ae  #008f95   #000040  any       broccoli
56   #381f94  #b300c2   #8080a0  any       carrot
57   #39cab5  #d1636a   #406000  any       hot dog
58   #3af41d  #057900   #0080c0  any       pizza
59   #3b9743  #e3ffcd   #0080a0  any       donut
60   #3ca323  #93bad0   #c0e000  any       cake
61   #3dfe27  #994501   #008040  any       chair
62   #3ecb89  #035fa1   #808020  any       couch
63   #3f7249  -         #c02080  plants    potted plant
64   #40b729  #7700aa   #0040c0  any       bed
65   #411c97  -         -        any       mirror
66   #422283  #00b6c7   #000020  any       dining table
67   #43802e  -         -        any       window
68   #4480da  -         -        any       desk
69   #45a4b2  #00a578   #40a080  any       toilet
70   #46356c  -         -        any       door
71   #478503  #b78258   #804040  any       tv
72   #48261f  #5f2000   #8000a0  any       laptop
73   #49e809  #827287   #402080  any       mouse
74   #4af48a  #6e8185   #80c0c0  any       remote
75   #4b111b  #a64a76   #0000a0  any       keyboard
76   #4c4fad  #db8eb9   #c0a080  any       cell phone
77   #4d84c7  #4fd272   #80c000  any       microwave
78   #4e69a7  #b25a3e   #800060  any       oven
79   #4f2a3d  #41460f   #c02000  any       toaster
80   #50ba55  #7fa773   #804080  any       sink
81   #511f61  #3b696a   #408060  any       refrigerator
82   #52782c  -         -        any       blender
83   #530122  #8e6c2d   #40a000  any       book
84   #5441a2  #c4ac00   #004000  any       clock
85   #55e758  #5f3650   #c080e0  any       vase
86   #56a921  #804cff   #402000  any       scissors
87   #573985  #c93901   #00c080  any       teddy bear
88   #5823e8  #f6007a   #4080e0  any       hair drier
89   #5966ff  #bfa2d0   #c0a000  any       toothbrush
90   #5a7724  -         -        any       hair brush
91   #5b0b00  #ffff80   #00c000  any       banner
92   #5caecb  #93d3cb   #c08060  any       blanket
93   #5d5222  -         #c06080  trees     branch
94   #5e5bc5  #966464   #004080  any       bridge
95   #5f807e  -         #400060  any       building-other
96   #606e32  -         #40e080  plants    bush
97   #6163fe  -         #804000  any       cabinet
98   #623550  -         #c000e0  any       cage
99   #638cbe  #a8abac   #406080  any       cardboard
100  #647988  -         #80c080  any       carpet
101  #65aabd  -         #4000e0  any       ceiling-other
102  #665481  -         #c0e080  any       ceiling-tile
103  #67cbd1  -         #80c040  any       cloth
104  #684470  -         #c00060  any       clothes
105  #696969  -         #c06000  clouds    clouds
106  #6ac478  #9270c6   #8040c0  any       counter
107  #6b2f5b  -         #008060  any       cupboard
108  #6c7fa8  #d2aa64   #00e000  any       curtain
109  #6df474  -         #404040  any       desk-stuff
110  #6e6e28  -         #8080e0  dirt      dirt
111  #6fccb0  #5c8859   #006000  any       door-stuff
112  #706419  -         #40c0c0  any       fence
113  #71b443  -         #0080e0  any       floor-marble
114  #72e867  -         #80e000  any       floor-other
115  #734efc  -         #40c040  any       floor-stone
116  #748f23  -         #808060  any       floor-tile
117  #759472  #da58b8   #802080  any       floor-wood
118  #760000  #f18100   #4000c0  plants    flower
119  #77ba1d  -         #004060  clouds    fog
120  #7817f1  -         #00a080  any       food-other
121  #79cf21  #d911ff   #c00040  any       fruit
122  #7a8d92  -         #8040e0  any       furniture-other
123  #7bc800  -         #002080  grass     grass
124  #7c32c8  #7c4ab5   #c080c0  dirt      gravel
125  #7d3054  -         #0040e0  dirt      ground-other
126  #7ec864  -         #80a080  mountain  hill
127  #7f4502  #464646   #c08000  any       house
128  #80a945  -         #804020  plants    leaves
129  #81a365  #ffe4ff   #802040  any       light
130  #82c08c  -         #c00080  any       mat
131  #835f2c  -         #40c020  any       metal
132  #84c575  #9ad000   #00a040  any       mirror-stuff
133  #855efd  -         #400000  grass     moss
134  #869664  -         #c0c0a0  mountain  mountain
135  #87716f  -         #002040  dirt      mud
136  #88b25b  -         #408080  any       napkin
137  #892455  #c1005c   #40c0a0  any       net
138  #8aa2a7  -         #80a040  any       paper
139  #8b3027  -         #408000  dirt      pavement
140  #8c5dcb  #4c5b71   #c0c020  any       pillow
141  #8de61e  -         #8060c0  plants    plant-other
142  #8e629e  -         #400080  any       plastic
143  #8f2a91  #ffb4c3   #404020  any       platform
144  #90cdc6  #6a9ab0   #00e0c0  grass     playingfield
145  #9170c7  -         #c00000  any       railing
146  #92e712  #e6968c   #c040a0  dirt      railroad
147  #9364c8  #3c8fff   #0060c0  water     river
148  #946e28  #804080   #c08080  dirt      road
149  #956432  -         #4040a0  rock      rock
150  #9600b1  #5c5237   #80e0c0  any       roof
151  #978a29  -         #c08040  any       rug
152  #98725d  -         #c04020  any       salad
153  #999900  #fed47c   #806040  sand      sand
154  #9ac6da  #494dae   #c000c0  water     sea
155  #9b7fc9  #ffa062   #00c020  any       shelf
156  #9ceedd  -         #40e040  sky       sky-other
157  #9dbbf2  -         #400040  any       skyscraper
158  #9e9eaa  #ffffff   #80c0a0  snow      snow
159  #9f79db  -         #406040  any       solid-other
160  #a06249  #68546d   #4080c0  any       stairs
161  #a1a164  -         #00c0a0  rock      stone
162  #a2a3eb  -         #c0e040  grass     straw
163  #a3ded1  -         #408040  any       structural-other
164  #a47b69  -         #80c020  any       table
165  #a5c3ba  #a9a483   #c020c0  any       tent
166  #a65280  -         #4040c0  any       textile-other
167  #a7aed6  #e1c7ff   #004020  any       towel
168  #a8c832  -         #40a0c0  trees     tree
169  #a99410  -         #c04040  any       vegetable
170  #aad16a  #89364a   #8040a0  any       wall-brick
171  #ab32a4  -         #4020c0  any       wall-concrete
172  #ac9b5e  -         #c0c0c0  any       wall-other
173  #ad0e18  -         #0040a0  any       wall-panel
174  #ae2974  #879edf   #c0a0c0  any       wall-stone
175  #af3abf  #07f6e7   #c0c000  any       wall-tile
176  #b0c1c3  #6bffc8   #804060  any       wall-wood
177  #b1c8ff  #3a2995   #c02040  water     water-other
178  #b20a88  -         #c04080  water     waterdrops
179  #b356b8  #b7798e   #40c060  any       window-blind
180  #b42b5b  #ff4961   #40a040  any       window-other
181  #b57b00  -         #404000  any       wood
`);
