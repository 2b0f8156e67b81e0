import { readTable } from './readTable.ts';

/**
 * mmsegmentation's COCO-Stuff (171 classes): training ids and colours. Some classes share a colour; the one that is a
 * part of a landscape is meant then.
 */
export const MMSEGMENTATION = readTable(`
train  color    class     name
0      #00c040  any       person
1      #00c040  any       bicycle
2      #004060  any       car
3      #80c0c0  any       motorcycle
4      #004040  any       airplane
5      #00c0e0  any       bus
6      #00c0c0  any       train
7      #80c040  any       truck
8      #00c060  any       boat
9      #80c040  any       traffic light
10     #8020c0  any       fire hydrant
11     #0000e0  any       stop sign
12     #000040  any       parking meter
13     #00a0c0  any       bench
14     #800060  any       bird
15     #8000c0  any       cat
16     #0020c0  any       dog
17     #8080e0  any       horse
18     #0000c0  any       sheep
19     #80a0c0  any       cow
20     #808000  any       elephant
21     #800020  any       bear
22     #802000  any       zebra
23     #800080  any       giraffe
24     #408020  any       backpack
25     #00a000  any       umbrella
26     #000000  any       handbag
27     #c080a0  any       tie
28     #002000  any       suitcase
29     #008080  any       frisbee
30     #4080a0  any       skis
31     #80a000  any       snowboard
32     #008000  any       sports ball
33     #c08020  any       kite
34     #806080  any       baseball bat
35     #000080  any       baseball glove
36     #400020  any       skateboard
37     #00e080  any       surfboard
38     #800000  any       tennis racket
39     #c000a0  any       bottle
40     #006080  any       wine glass
41     #808080  any       cup
42     #4000a0  any       fork
43     #80e080  any       knife
44     #808040  any       spoon
45     #c00020  any       bowl
46     #806000  any       banana
47     #8000c0  any       apple
48     #008020  any       sandwich
49     #40e000  any       orange
50     #000040  any       broccoli
51     #8080a0  any       carrot
52     #406000  any       hot dog
53     #0080c0  any       pizza
54     #0080a0  any       donut
55     #c0e000  any       cake
56     #008040  any       chair
57     #808020  any       couch
58     #c02080  plants    potted plant
59     #0040c0  any       bed
60     #000020  any       dining table
61     #40a080  any       toilet
62     #804040  any       tv
63     #8000a0  any       laptop
64     #402080  any       mouse
65     #80c0c0  any       remote
66     #0000a0  any       keyboard
67     #c0a080  any       cell phone
68     #80c000  any       microwave
69     #800060  any       oven
70     #c02000  any       toaster
71     #804080  any       sink
72     #408060  any       refrigerator
73     #40a000  any       book
74     #004000  any       clock
75     #c080e0  any       vase
76     #402000  any       scissors
77     #00c080  any       teddy bear
78     #4080e0  any       hair drier
79     #c0a000  any       toothbrush
80     #00c000  any       banner
81     #c08060  any       blanket
82     #c06080  trees     branch
83     #004080  any       bridge
84     #400060  any       building-other
85     #40e080  plants    bush
86     #804000  any       cabinet
87     #c000e0  any       cage
88     #406080  any       cardboard
89     #80c080  any       carpet
90     #4000e0  any       ceiling-other
91     #c0e080  any       ceiling-tile
92     #80c040  any       cloth
93     #c00060  any       clothes
94     #c06000  clouds    clouds
95     #8040c0  any       counter
96     #008060  any       cupboard
97     #00e000  any       curtain
98     #404040  any       desk-stuff
99     #8080e0  dirt      dirt
100    #006000  any       door-stuff
101    #40c0c0  any       fence
102    #0080e0  any       floor-marble
103    #80e000  any       floor-other
104    #40c040  any       floor-stone
105    #808060  any       floor-tile
106    #802080  any       floor-wood
107    #4000c0  plants    flower
108    #004060  clouds    fog
109    #00a080  any       food-other
110    #c00040  any       fruit
111    #8040e0  any       furniture-other
112    #002080  grass     grass
113    #c080c0  dirt      gravel
114    #0040e0  dirt      ground-other
115    #80a080  mountain  hill
116    #c08000  any       house
117    #804020  plants    leaves
118    #802040  any       light
119    #c00080  any       mat
120    #40c020  any       metal
121    #00a040  any       mirror-stuff
122    #400000  grass     moss
123    #c0c0a0  mountain  mountain
124    #002040  dirt      mud
125    #408080  any       napkin
126    #40c0a0  any       net
127    #80a040  any       paper
128    #408000  dirt      pavement
129    #c0c020  any       pillow
130    #8060c0  plants    plant-other
131    #400080  any       plastic
132    #404020  any       platform
133    #00e0c0  grass     playingfield
134    #c00000  any       railing
135    #c040a0  dirt      railroad
136    #0060c0  water     river
137    #c08080  dirt      road
138    #4040a0  rock      rock
139    #80e0c0  any       roof
140    #c08040  any       rug
141    #c04020  any       salad
142    #806040  sand      sand
143    #c000c0  water     sea
144    #00c020  any       shelf
145    #40e040  sky       sky-other
146    #400040  any       skyscraper
147    #80c0a0  snow      snow
148    #406040  any       solid-other
149    #4080c0  any       stairs
150    #00c0a0  rock      stone
151    #c0e040  grass     straw
152    #408040  any       structural-other
153    #80c020  any       table
154    #c020c0  any       tent
155    #4040c0  any       textile-other
156    #004020  any       towel
157    #40a0c0  trees     tree
158    #c04040  any       vegetable
159    #8040a0  any       wall-brick
160    #4020c0  any       wall-concrete
161    #c0c0c0  any       wall-other
162    #0040a0  any       wall-panel
163    #c0a0c0  any       wall-stone
164    #c0c000  any       wall-tile
165    #804060  any       wall-wood
166    #c02040  water     water-other
167    #c04080  water     waterdrops
168    #40c060  any       window-blind
169    #40a040  any       window-other
170    #404000  any       wood
`);
