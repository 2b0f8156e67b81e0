import { readTable } from './readTable.ts';

/** COCO panoptic: the 133 categories of panopticapi, panoptic_coco_categories.json, by their ids and by their colours. */
export const COCO_PANOPTIC = readTable(`
id   color    class     name
1    #dc143c  any       person
2    #770b20  any       bicycle
3    #00008e  any       car
4    #0000e6  any       motorcycle
5    #6a00e4  any       airplane
6    #003c64  any       bus
7    #005064  any       train
8    #000046  any       truck
9    #0000c0  any       boat
10   #faaa1e  any       traffic light
11   #64aa1e  any       fire hydrant
13   #dcdc00  any       stop sign
14   #af74af  any       parking meter
15   #fa001e  any       bench
16   #a52a2a  any       bird
17   #ff4dff  any       cat
18   #00e2fc  any       dog
19   #b6b6ff  any       horse
20   #005200  any       sheep
21   #78a69d  any       cow
22   #6e4c00  any       elephant
23   #ae39ff  any       bear
24   #c76400  any       zebra
25   #480076  any       giraffe
27   #ffb3f0  any       backpack
28   #007d5c  any       umbrella
31   #d10097  any       handbag
32   #bcd0b6  any       tie
33   #00dcb0  any       suitcase
34   #ff63a4  any       frisbee
35   #5c0049  any       skis
36   #8581ff  any       snowboard
37   #4eb4ff  any       sports ball
38   #00e400  any       kite
39   #aefff3  any       baseball bat
40   #2d59ff  any       baseball glove
41   #868667  any       skateboard
42   #9194ae  any       surfboard
43   #ffd0ba  any       tennis racket
44   #c5e2ff  any       bottle
46   #ab8601  any       wine glass
47   #6d3f36  any       cup
48   #cf8aff  any       fork
49   #97005f  any       knife
50   #09503d  any       spoon
51   #546933  any       bowl
52   #4a4169  any       banana
53   #a6c466  any       apple
54   #d0c3d2  any       sandwich
55   #ff6d41  any       orange
56   #008f95  any       broccoli
57   #b300c2  any       carrot
58   #d1636a  any       hot dog
59   #057900  any       pizza
60   #e3ffcd  any       donut
61   #93bad0  any       cake
62   #994501  any       chair
63   #035fa1  any       couch
64   #a3ff00  any       potted plant
65   #7700aa  any       bed
67   #00b6c7  any       dining table
70   #00a578  any       toilet
72   #b78258  any       tv
73   #5f2000  any       laptop
74   #827287  any       mouse
75   #6e8185  any       remote
76   #a64a76  any       keyboard
77   #db8eb9  any       cell phone
78   #4fd272  any       microwave
79   #b25a3e  any       oven
80   #41460f  any       toaster
81   #7fa773  any       sink
82   #3b696a  any       refrigerator
84   #8e6c2d  any       book
85   #c4ac00  any       clock
86   #5f3650  any       vase
87   #804cff  any       scissors
88   #c93901  any       teddy bear
89   #f6007a  any       hair drier
90   #bfa2d0  any       toothbrush
92   #ffff80  any       banner
93   #93d3cb  any       blanket
95   #966464  any       bridge
100  #a8abac  any       cardboard
107  #9270c6  any       counter
109  #d2aa64  any       curtain
112  #5c8859  any       door-stuff
118  #da58b8  any       floor-wood
119  #f18100  plants    flower
122  #d911ff  any       fruit
125  #7c4ab5  dirt      gravel
128  #464646  any       house
130  #ffe4ff  any       light
133  #9ad000  any       mirror-stuff
138  #c1005c  any       net
141  #4c5b71  any       pillow
144  #ffb4c3  any       platform
145  #6a9ab0  grass     playingfield
147  #e6968c  dirt      railroad
148  #3c8fff  water     river
149  #804080  dirt      road
151  #5c5237  any       roof
154  #fed47c  sand      sand
155  #494dae  water     sea
156  #ffa062  any       shelf
159  #ffffff  snow      snow
161  #68546d  any       stairs
166  #a9a483  any       tent
168  #e1c7ff  any       towel
171  #89364a  any       wall-brick
175  #879edf  any       wall-stone
176  #07f6e7  any       wall-tile
177  #6bffc8  any       wall-wood
178  #3a2995  water     water-other
180  #b7798e  any       window-blind
181  #ff4961  any       window-other
184  #6b8e23  trees     tree-merged
185  #be9999  any       fence-merged
186  #928b8d  any       ceiling-merged
187  #4682b4  sky       sky-other-merged
188  #86c79c  any       cabinet-merged
189  #d1e28c  any       table-merged
190  #60246c  any       floor-other-merged
191  #606060  dirt      pavement-merged
192  #40aa40  mountain  mountain-merged
193  #98fb98  grass     grass-merged
194  #d0e5e4  dirt      dirt-merged
195  #cebaab  any       paper-merged
196  #98a140  any       food-other-merged
197  #747000  any       building-other-merged
198  #00728f  rock      rock-merged
199  #66669c  any       wall-other-merged
200  #fa8dff  any       rug-merged
`);
