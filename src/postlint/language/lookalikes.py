"""More phrases of `confused-words`: words that sound or look alike, one word or two."""

from typing import Final

from postlint.language.phrases import Phrase

LOOKALIKES: Final = (
    # its, it's
    Phrase(
        "[its>it's] very|so|too|all|never|almost|really|quite|still|already|now|always|often|"
        "usually|probably|basically|essentially|actually|just|simply|perfectly|totally|"
        "completely|pretty easy|hard|simple|difficult|good|bad|nice|great|clear|true|likely|"
        "unlikely|possible|common|small|big|important|useful|different|similar|slow|fast|late|"
        "early|much|more $",
        "Now its very hard.",
        "Now it's very hard.",
        not_after="in of for with at on by to from than",
    ),
    Phrase(
        "[its>it's] very|so|too|almost|really|quite|still|already|now|always|often|usually|"
        "probably|basically|essentially|actually|just|simply|perfectly|pretty easy|hard|simple|"
        "difficult|good|bad|nice|great|clear|true|likely|unlikely|possible|common|important|"
        "useful to|that|because|if|when",
        "Now its very hard to go.",
        "Now it's very hard to go.",
        not_after="in of for with at on by to from than",
    ),
    Phrase(
        "[its>it's] up to",
        "Now its up to us.",
        "Now it's up to us.",
    ),
    Phrase(
        "[its>it's] time to|for|that|we|you !shine|market",
        "Now its time to go.",
        "Its time had come to go.",
        not_after="all at by for in of on over takes took to with",
    ),
    Phrase(
        "[its>it's] your|my|our|their|his|her|these|those|what|why|how|where|when|like|here|"
        "there|something|someone|everyone|nothing|everything",
        "Now its your turn.",
        "Its own turn.",
        not_after="and or",
    ),
    Phrase(
        "[its>it's] called|supposed|meant|used|designed|intended|known|named to|for|as|a|the|by",
        "Now its supposed to rain.",
        "Its supposed heir left.",
    ),
    Phrase(
        "[its>it's] better|safe|easy|hard|common|enough|great|good|nice|okay|fine|ok to|that|if|"
        "when",
        "Now its hard to go.",
        "Its hard shell is open.",
        not_after="at to in of for on by with from",
    ),
    Phrase(
        "that|because|since|when|if|where|as|so|but|then|think|know|means|believe|hope|say|and|"
        "yes|no [its>it's] not|going|gonna|been|being|becoming|happening|doing|raining|ok|okay|"
        "gone|done|ready|too|definitely|certainly|probably|perhaps|also|still|already|never|"
        "always !rate|rates|concern|powerful|large|growing|high|low",
        "They say its going well.",
        "They say its going rate is high.",
    ),
    Phrase(
        "in|at|on|to|of|by [it's>its] own|default|current|present|entirety|infancy|core|heart|"
        "kind|peak|parent|original|place|way|source|root|name|users|members|roots|creators|"
        "maintainers",
        "It is in it's entirety.",
        "It is in its entirety.",
        not_after="what which where know",
    ),
    Phrase(
        "[it's>its] size|owner|creator|creators|popularity|usefulness|existence|presence|"
        "inception|simplicity|effectiveness|strengths|weaknesses|capabilities|limitations|"
        "predecessors|competitors|counterparts|users|readers|customers|citizens|inhabitants|"
        "shareholders and|is|are|in|of|to|has|have|was|were|as|by|or",
        "It lost it's simplicity and grew.",
        "It lost its simplicity and grew.",
    ),
    # your, you're; their, there, they're; whose, who's
    Phrase(
        "[your>you're] actually|basically|essentially|probably|currently|never|always|just|"
        "really|not going|using|trying|looking|doing|working|getting|running|talking|asking|"
        "dealing|expecting|saying|seeing|thinking|writing|here|there|sure",
        "Then your just trying.",
        "Then your just reward is here.",
    ),
    Phrase(
        "if|when|once|unless|because|that|think|know|hope|say|sure [your>you're] curious|unsure|"
        "unfamiliar|interested|ready|done|finished|stuck|lucky|able|unable|willing|comfortable|"
        "confused|worried|tired|aware|happy|sick|wrong|here|there|doing|coming|okay|ok|fine $",
        "Leave when your ready.",
        "Leave when you're ready.",
    ),
    Phrase(
        "if|when|once|unless|because|that|think|know|hope|say|sure [your>you're] curious|unsure|"
        "unfamiliar|interested|ready|done|finished|stuck|able|unable|willing|comfortable|"
        "confused|worried|aware|familiar|new|used|happy about|with|in|to|of|by|that|how|if|"
        "whether|and",
        "Leave if your ready to go.",
        "Leave if your friends are ready.",
    ),
    Phrase(
        "hope|hoping|glad|wish [your>you're] well|all|doing|enjoying|having|feeling|ok|okay|safe|"
        "ready|happy",
        "We hope your enjoying it.",
        "We hope your joy lasts.",
    ),
    Phrase(
        "is|was|are|were|like|than|with|of|and|or|not [your's>yours]",
        "That book is your's.",
        "That book is yours.",
    ),
    Phrase(
        "is|was|are|were|like|than|with|of|or|not [their's>theirs]",
        "That book is their's.",
        "That book is theirs.",
    ),
    Phrase(
        "[they're>there] is|are|was|were|isn't|aren't|wasn't|weren't|has|will",
        "Now they're are two.",
        "Now there are two.",
    ),
    Phrase(
        "over|out|up|down|in|right|back|get|got|go|went [they're>there] $",
        "They went over they're.",
        "They went over there.",
    ),
    Phrase(
        "[who's>whose] own|owner|owners|names|aim|task|duty|main|primary|sole|father|mother|"
        "brother|sister|son|daughter|wife|husband|family|friends|house|home|origin|source|length|"
        "width|height|type|text|title|users|citizens|books|works",
        "A man who's father we know.",
        "A man whose father we know.",
    ),
    Phrase(
        "[whose>who's] a|an|the|also|already|always|never|really|just|still|now|currently|"
        "getting|doing|making|coming|working|using|been",
        "A man whose always late.",
        "A man who's always late.",
        not_after="and or of",
    ),
    # then, than
    Phrase(
        "and|but [than>then] the|a|it|we|they|you|i|he|she|just|click|run|use|add|go|get|set|"
        "finally|again|some|there|this|that|when|to",
        "They came and than they left.",
        "They came and then they left.",
        not_after="more less greater fewer better",
    ),
    Phrase(
        "^ [than>then] the|it|we|they|you|i|he|she|again|there|this|just|click|run|add|use|go|"
        "select|open|came|comes|why|what|how",
        "They came. Than they left.",
        "They came. Then they left.",
    ),
    Phrase(
        "back|since|until|till [than>then] $",
        "They were young back than.",
        "They were young back then.",
    ),
    Phrase(
        "more|less|fewer|greater|higher|lower|later|longer|larger|bigger|older [then>than] four|"
        "six|seven|eight|nine|twenty|thirty|forty|fifty|twice|double|anything|anyone|anybody|"
        "anywhere|everyone|others|usual|necessary|needed|required|sufficient|willing|capable|"
        "glad|most|another|1|4|6|7|8|9|12|15|16|18|25|30|40|60|200|500|10000",
        "They are older then most.",
        "They were older; then most left.",
        unless="if when once until whenever while after then first",
    ),
    Phrase(
        "better|worse [late|safe|never then>late than|safe than|never than] never|sorry|late",
        "Better late then never.",
        "Better late than never.",
    ),
    Phrase(
        "a|an|the|no|any|much <comparative> <word> [then>than] ever|before|expected|any|other|"
        "others|most|usual|those|what|you'd|anyone|anything",
        "It is a better plan then any other.",
        "It is a better plan than any other.",
        unless="if when once until whenever while after then first",
    ),
    Phrase(
        "as well|good|fast|much|many|soon|long|easy|large|bad|important|simple|powerful|often|"
        "far [than>as] the|a|an|this|that|it|you|we|they|in|possible|before|with|on",
        "They are as good than the rest.",
        "They are as good as the rest.",
        unless="more rather less better",
    ),
    # to, too, two
    Phrase(
        "have|has|had|having|spend|spent|cost|costs|uses|used|eat|drink|asking|got|contains "
        "[to>too] much|many|few|little",
        "They have to much rain.",
        "They have too much rain.",
    ),
    Phrase(
        "all|only|one|just [to>too] often|easily|familiar|aware|happy|human|easy|well|real $",
        "It is all to familiar.",
        "It is all too familiar.",
        not_after="as",
    ),
    Phrase(
        "bit|little [to>too] much|long|big|small|late|early|slow|fast|high|low|hard|complex|"
        "complicated|far|close|good|easy|quick|short|old|heavy|strict|verbose|many|simple|"
        "aggressive|broad|narrow|optimistic|wide|loud|hot|cold",
        "It is a bit to hot.",
        "It is a bit too hot.",
        not_after="do does did be",
    ),
    Phrase(
        "[to>too] much|many for",
        "It is to many for us.",
        "It is too many for us.",
        not_after=("due thanks led leads lead leading contributed close similar relevant answer"),
    ),
    Phrase(
        "go|going|went|gone|back|according|due|thanks|similar|related|belongs|refer|refers|"
        "listen|respond|addition|prior|next|close|access|compared|leads|led|attention|came|"
        "returned|connected|connect|moved|move|up|closer|need|like|have|had|has|used|ought "
        "[too>to] the|a|an|this|my|your|his|her|its|our|their|these|those|be|do|make|get|find|"
        "see|use",
        "They went too the north.",
        "They went, too; the north was near.",
    ),
    # lose, loose; lead, led
    Phrase(
        "to|will|would|can|could|may|might|don't|not|never|cannot|can't|won't|doesn't|didn't|"
        "gonna|you'll|we'll|they'll|should|shouldn't [loose>lose] customers|users|progress|work|"
        "changes|history|ground|power|connection|context|precision|accuracy|performance|momentum|"
        "face|everything|anything|nothing|one|more|sleep|points|patience|memory|consciousness|"
        "count|heart|faith|touch|contact|people|them|him|votes|against|its",
        "They will loose ground.",
        "They will lose ground.",
    ),
    Phrase(
        "are|is|was|were|be|been|without|from|about|keep|keeps|kept|start|started|risk|of|by|end|"
        "ended|up [loosing>losing] <word>",
        "They kept loosing men.",
        "They kept losing men.",
    ),
    Phrase(
        "a|the [loosing>losing] battle|battles|game|side|team|streak|proposition|party|war|end|"
        "candidate",
        "It is a loosing battle.",
        "It is a losing battle.",
    ),
    Phrase(
        "[lose>loose] ends|screws|coupling|cannon|cannons|clothing|teeth|tooth|threads|thread|"
        "gravel|soil|leaves|sense|definition|definitions|terms|collection|confederation|coalition",
        "They tie up lose ends.",
        "They tie up loose ends.",
        not_after=(
            "to will would may might can could not never we you they i don't cannot can't people"
        ),
    ),
    Phrase(
        "let|cut|broke|break|came|comes|hang|hung|work|shook [lose>loose] $",
        "It broke lose.",
        "It broke loose.",
        not_after="or and",
    ),
    Phrase(
        "he|she|who [lead>led] the|a|an|his|her|them|us|to",
        "Then he lead the army.",
        "Then he led the army.",
        unless=(
            "may can will would should could must might let make help do does did that to see "
            "shall people those all we they you and men women others leaders many some users "
            "experts ones insist"
        ),
    ),
    Phrase(
        "^ this|it [lead>leads / led] to|us|me",
        "This lead to a war.",
        "This led to a war.",
    ),
    Phrase(
        "[mislead>misled] by",
        "They were mislead by him.",
        "They were misled by him.",
        not_after="to can",
    ),
    # affect, effect; advice, advise; breath, breathe
    Phrase(
        "will|would|may|might|can|could|does|not|to|doesn't|didn't|don't|won't|shouldn't|should|"
        "also|directly|adversely|negatively|indirectly|did [effect>affect] your|our|you|us|me|"
        "them|him|how|people|users|performance|anyone|everyone|anything|existing|other|any|both|"
        "only|whether|the|my|its|their !change|changes|transition|rescue|repair|repairs|release|"
        "removal|sale|transfer|move|switch|reform|cure|escape|separation|purpose|will|result|"
        "outcome|merger|exchange|payment|delivery|transformation|a|on|of",
        "It will effect the whole army.",
        "It will effect the change.",
        not_after="cause lasting",
    ),
    Phrase(
        "it|also|directly|really|negatively|positively|this|that|which|what [effects>affects] "
        "the|how|whether|us|you|me|them|him|everyone|everybody|anyone|anybody|our|your|my|their|"
        "all|both !of|in|on|are|is",
        "It effects the whole army.",
        "It affects the whole army.",
        not_after="and or of with for special about all is are was were on by to in",
    ),
    Phrase(
        "lasting|ripple|domino|placebo|greenhouse|net|desired|adverse|harmful|profound|huge|"
        "chilling|butterfly|snowball|devastating|dramatic|noticeable|visual|sound|cumulative|"
        "significant|major|minor|great|real [affect|affects>effect|effects] on|of|in|is|are|was|"
        "when",
        "It has a lasting affect on us.",
        "It has a lasting effect on us.",
    ),
    Phrase(
        "piece|pieces|bit|word|words [of advise>of advice]",
        "Here is a word of advise.",
        "Here is a word of advice.",
    ),
    Phrase(
        "your|their|our|his|her|legal|medical|expert|professional|financial|following|helpful|"
        "useful|sound|free|this|that|more|career|investment [advise>advice] $",
        "Thanks for your advise.",
        "Thanks for your advice.",
        not_after="we they you i to will can lawyers",
    ),
    Phrase(
        "[please advice>please advise]",
        "When it rains, please advice.",
        "When it rains, please advise.",
    ),
    Phrase(
        "to|will|can|would|I'd|should|not|don't|always|we|I|they|strongly|highly [advice>advise] "
        "you|him|her|us|me|users|people|students|clients|caution|everyone|anyone|against|readers|"
        "customers|that !on|about",
        "We advice users to go.",
        "We listen to advice on it.",
        not_after="listen listening according thanks due",
    ),
    Phrase(
        "[advices>advice] on|about|for|from|are|is|to|and|in|regarding|given",
        "They gave advices on it.",
        "She advises on it.",
        not_after="he she it who that which and",
    ),
    Phrase(
        "to|can|can't|could|couldn't|cannot|will|must [breath>breathe] in|out|easy|easily|again|"
        "deeply|freely|through|new|fresh|life|underwater|properly|normally|better|some|the|air",
        "They can breath again.",
        "They can breathe again.",
    ),
    Phrase(
        "catch|catching|caught|hold|holding|held|save|waste|take|took my|your|his|her|their|our|"
        "a [breathe>breath]",
        "They catch their breathe.",
        "They catch their breath.",
    ),
    Phrase(
        "[breathe>breath] of fresh air",
        "It is a breathe of fresh air.",
        "It is a breath of fresh air.",
    ),
    Phrase(
        "out|short|shortness of [breathe>breath]",
        "They ran out of breathe.",
        "They ran out of breath.",
    ),
    # peak, peek, pique; principal, principle; complement, compliment
    Phrase(
        "[peek|pique>peak] performance|hours|season|usage|traffic|demand|times|load|efficiency|"
        "condition|fitness|memory|capacity|flow|rates",
        "It is at peek demand.",
        "It is at peak demand.",
    ),
    Phrase(
        "mountain|snowy|highest|rocky|second [peek|peeks|pique>peak|peaks|peak] in|of|is|was|and|"
        "are",
        "The highest peek in the land.",
        "The highest peak in the land.",
    ),
    Phrase(
        "[peaking|peaked|peak>peeking|peeked|peek] into|inside|behind|through the|a|your|their|"
        "his|her|my|our|its",
        "They are peaking into the box.",
        "They are peeking into the box.",
    ),
    Phrase(
        "[principle>principal] city|cities|town|photographer|residence|dancer|cellist|amount|"
        "balance|officer|officers|contractor|cause|actor|character|characters|source|founder|"
        "advisor|adviser|consultant|member|members|role|owner|payment|export|exports|aim|"
        "photography|place|language|players",
        "It is the principle city.",
        "It is the principal city.",
    ),
    Phrase(
        "school|school's|the|our|vice|assistant [principle>principal] said|says|announced|told|"
        "will|who",
        "The school principle said so.",
        "The school principal said so.",
    ),
    Phrase(
        "matter|question of [principal>principle] $",
        "It is a matter of principal.",
        "It is a matter of principle.",
    ),
    Phrase(
        "basic|moral|underlying|founding|general|scientific|ethical|religious|political|"
        "democratic|guiding|economic|constitutional|fundamental [principals|principal>principles|"
        "principle] of|and|that|behind|which|to|underlying|in|are|is|as|for",
        "It has the moral principals of war.",
        "It has the moral principles of war.",
    ),
    Phrase(
        "perfectly|nicely|beautifully|neatly|well [compliment|compliments|complimented|"
        "complimenting>complement|complements|complemented|complementing]",
        "It nicely compliments the rest.",
        "It nicely complements the rest.",
        not_after="very as how so",
    ),
    Phrase(
        "full [compliment>complement] of",
        "It has a full compliment of men.",
        "It has a full complement of men.",
    ),
    Phrase(
        "[complementary>complimentary] breakfast|copy|copies|drink|drinks|wifi|tickets|ticket|"
        "shuttle|parking|wine|coffee|tea|upgrade|shipping",
        "It has a complementary breakfast.",
        "It has a complimentary breakfast.",
    ),
    Phrase(
        "[complimentary>complementary] colours|colors|colour|color|angles|approaches|approach|"
        "skills|tools|technologies|technology|medicine|strands|dna|strand",
        "It has complimentary colors.",
        "It has complementary colors.",
    ),
    Phrase(
        "pay|paid|pays|paying a|her|him|you|them|me|us|many|no [complement|"
        "complements>compliment|compliments]",
        "They paid many complements.",
        "They paid many compliments.",
    ),
    # now, know, no; new, knew; whole, hole; write, right
    Phrase(
        "right|by|until|till [know>now] $",
        "It is here right know.",
        "It is here right now.",
    ),
    Phrase(
        "right [know>now] the|we|you|i|it|there|they|is|in|and|but|this|on",
        "Right know the rain is here.",
        "Right now the rain is here.",
    ),
    Phrase(
        "I|we|you|they [no>know] that|what|how|if|where|who|why|about|of",
        "Now they no what to do.",
        "Now they know what to do.",
        not_after="of",
    ),
    Phrase(
        "I|he|she|we|they [new>knew] that|what|how|it|about|nothing|who|where|why|exactly|very",
        "Then they new what to do.",
        "Then they knew what to do.",
    ),
    Phrase(
        "a|some|brand|our [knew>new] <word>",
        "It is a knew plan.",
        "It is a new plan.",
        not_after="all than that which",
    ),
    Phrase(
        "as a [hole>whole] $",
        "We see it as a hole.",
        "We see it as a whole.",
    ),
    Phrase(
        "on the [hole>whole] $",
        "It is, on the hole, good.",
        "It is, on the whole, good.",
    ),
    Phrase(
        "[whole>hole] in the|my|your|his|her|our|their",
        "There is a whole in the wall.",
        "There is a hole in the wall.",
        not_after="the as its",
    ),
    Phrase(
        "the [write>right] way|place|time|thing|direction|answer|person|side|hand|track|moment|"
        "tool|balance",
        "It is the write way.",
        "It is the right way.",
    ),
    Phrase(
        "to [right>write] code|tests|about|down|software|scripts|documentation|articles|posts|"
        "programs",
        "They want to right code.",
        "They want to write code.",
        not_after="left",
    ),
    # though, thought, through; were, where, we're; are, our; has, as; been, being, be
    Phrase(
        "as|even [thought>though] it|they|he|she|we|you|there|if|nothing|i|that|this",
        "It looks as thought it rained.",
        "It looks as though it rained.",
        not_after="i we he she they who you never not be was is such",
    ),
    Phrase(
        "even|as [through>though] it|they|he|she|we|you|there|i",
        "They left, even through it rained.",
        "They left, even though it rained.",
    ),
    Phrase(
        "[trough>through] the|a|all|this|our|your|these|it",
        "They went trough the wood.",
        "They went through the wood.",
        not_after="the a an",
    ),
    Phrase(
        "there|you [where>were] no|some|many|two|several|only|not|also|able|going|looking|trying|"
        "wrong|using|expecting|born|few|three|a",
        "Then there where many rivers.",
        "They know there where it ends.",
    ),
    Phrase(
        "place|places|point|situation|situations|page|section|scenario|area|one [were>where] you|"
        "we|i|it|he|she",
        "It is a place were we met.",
        "It is a place where we met.",
    ),
    Phrase(
        "that's|know|knows|shows|decide|explain|see|choose|find [were>where] the|you|we|i|it|he|"
        "she|they|to",
        "Then see were it rains.",
        "Then see where it rains.",
        not_after="people you we things that who which",
    ),
    Phrase(
        "we|they|you|there [our>are] not|also|going|able|the|some|many|currently|very|still|now|"
        "just|so|all|always|here|happy|excited|proud|looking|working|using|ready",
        "Now we our ready.",
        "Now we are ready.",
        not_after="give gave tell told show offer give",
    ),
    Phrase(
        "of|with|for|in|on|from|to|at|by [are>our] own|team|users|website|community|customers|"
        "blog|favourite|favorite|latest",
        "They came with are own army.",
        "They came with our own army.",
    ),
    Phrase(
        "it|he|she|which|who|that|this [as>has] been",
        "Now it as been cold.",
        "Now it has been cold.",
    ),
    Phrase(
        "[has|is>as] well as",
        "They saw rain has well as snow.",
        "They saw rain as well as snow.",
        not_after="it he she this that which who there works work",
    ),
    Phrase(
        "is|are|was|were [been>being] used|made|done|built|developed|considered|worked|discussed|"
        "written|created|added|removed|taken|called|asked|treated|held|sold|run",
        "It is been used by us.",
        "It is being used by us.",
    ),
    Phrase(
        "has|have|had|hasn't|haven't|hadn't [being>been] <word>",
        "It has being cold.",
        "It has been cold.",
        not_after="do does did to what that who",
    ),
    Phrase(
        "has|have|had|hasn't|haven't|hadn't [be>been] <word>",
        "It has be cold.",
        "It has been cold.",
        not_after="do does did to what all let that they you we",
    ),
    Phrase(
        "will|would|can|could|should|must|may|might|to|cannot|won't|can't|shouldn't [been>be / "
        "have been] <word>",
        "It will been cold.",
        "It will be cold.",
    ),
    # of, off; from, form; with, whit
    Phrase(
        "part|parts|number|version|type|copy|sort|each|most|couple|lack|amount|variety|majority|"
        "member|members|front|result|spite|terms|favor|favour|lieu|behalf|end|instead|outside|"
        "inside [off>of] the|a|an|this|that|these|those|them|us|our|your|my|it|its|his|their",
        "It is a part off the army.",
        "It is a part of the army.",
    ),
    Phrase(
        "out [off>of] the|a|this|my|your|our|their|curiosity|date|memory|control|scope|sync|"
        "order|reach",
        "They ran out off the house.",
        "They ran out of the house.",
        not_after="check",
    ),
    Phrase(
        "turned|switched|logged|kicked|shut|logging|switching [of>off] the|this|it|your|by|all|"
        "in|when|if|a",
        "They switched of the light.",
        "They switched off the light.",
    ),
    Phrase(
        "well|better|worse [of>off] $",
        "They are better of.",
        "They are better off.",
        not_after="the a think thought spoke speak",
    ),
    Phrase(
        "returned|fetched|loaded|exported|generated|built|switched|arrived|recovered|selected|"
        "picked|sent|borrowed|stolen|resulting|results|ranging|extracted|inferred|quoted|deleted|"
        "separate|separated|isolated|protected|prevented|stopped|saved|getting|fetching|reading|"
        "loading|switching|importing|deleting|prevent|benefited|suffering|suffered|went|go|going|"
        "moved|moving|translated|transferred|released|escaped|departed [form>from] the|a|an|this|"
        "your|our|my|its|it|that|these|those|them|one|another|other|each|here|there|outside|"
        "within|all|being",
        "They were sent form the north.",
        "They were sent from the north.",
    ),
    Phrase(
        "away|apart|aside|far|different|comes|came|coming|available|back|straight|right|directly|"
        "ranges [form>from] <word>",
        "They came directly form town.",
        "They came directly from town.",
        not_after="the a and or this",
    ),
    Phrase(
        "[whit>with] a|the|an|my|your|this|some|all|it|you|me|us|our|their|his|her",
        "They came whit the rain.",
        "They came with the rain.",
        not_after="a no every one not",
    ),
    # words that sound or look alike, in their phrases
    Phrase(
        "at first [site|cite>sight]",
        "It was love at first site.",
        "It was love at first sight.",
    ),
    Phrase(
        "in plain [site>sight]",
        "It lay in plain site.",
        "It lay in plain sight.",
    ),
    Phrase(
        "lose|lost|losing|loses|catch|caught [site|cite>sight] of",
        "They lost site of it.",
        "They lost sight of it.",
    ),
    Phrase(
        "set|sets|setting|has|have our|his|her|their|my|its|your [sites>sights] on",
        "They set their sites on it.",
        "They set their sights on it.",
    ),
    Phrase(
        "is|are|be|was|were|not|heavily|highly|very|entirely|largely|too|being|become|becomes|"
        "completely [dependant>dependent] on|upon",
        "It is dependant on rain.",
        "It is dependent on rain.",
    ),
    Phrase(
        "[discreet>discrete] mathematics|math|maths|values|steps|units|components|graphics|"
        "fourier|cosine|chunks|time|event|events|variables|elements",
        "They teach discreet mathematics.",
        "They teach discrete mathematics.",
    ),
    Phrase(
        "[stationary>stationery] store|shop|supplies|cupboard|cabinet",
        "It is a stationary shop.",
        "It is a stationery shop.",
    ),
    Phrase(
        "[stationery>stationary] bike|bikes|object|objects|vehicle|vehicles|car|battery|state|"
        "front|orbit|point",
        "It is a stationery bike.",
        "It is a stationary bike.",
    ),
    Phrase(
        "[ware|where|were>wear] and tear",
        "It is ware and tear.",
        "It is wear and tear.",
    ),
    Phrase(
        "[wave|waves|waved|waving>waive|waives|waived|waiving] the|your|my|his|her|their|our|any|"
        "all|these|those fee|fees|right|rights|requirement|requirements|charge|charges|privilege|"
        "privileges",
        "They waved the fee.",
        "They waved the flag.",
    ),
    Phrase(
        "[cereal>serial] number|numbers|port|ports",
        "It is a cereal number.",
        "It is a serial number.",
    ),
    Phrase(
        "package|project|window|file|password|product|general|account|state|version|session|"
        "community|engineering|content|hiring|sales|marketing|team|task [manger|mangers>manager|"
        "managers]",
        "It is a file manger.",
        "It is a file manager.",
    ),
    Phrase(
        "to|will|can|must|should|help [asses>assess] the|if|whether|how|your|our|their|its|risk|"
        "risks|what|this",
        "They want to asses the risk.",
        "They want to assess the risk.",
    ),
    Phrase(
        "the|a|web|http|sql|mail|local|remote|build|proxy|api|dns|your|our|linux|game [sever|"
        "severs>server|servers] is|and|to|for|on|in|with|side|configuration|at|has|will|that|"
        "which|was|can|from",
        "It is the web sever in town.",
        "It is the web server in town.",
    ),
    Phrase(
        "[singed>signed] up|in|off",
        "They singed up.",
        "They signed up.",
    ),
    Phrase(
        "[brining>bringing] together|up|back|us|new|them|more|you|our|your",
        "It is brining us home.",
        "It is bringing us home.",
    ),
    Phrase(
        "be|is|are|was|were|been [spilt>split] into|up|across|between|in|over two|three|four|"
        "multiple|several|many|smaller|separate|different|parts|a|the",
        "It was spilt into two parts.",
        "It was split into two parts.",
    ),
    Phrase(
        "[marital>martial] art|arts|law",
        "They teach marital arts.",
        "They teach martial arts.",
    ),
    Phrase(
        "[martial>marital] status|problems|bliss",
        "It is your martial status.",
        "It is your marital status.",
    ),
    Phrase(
        "[diary>dairy] products|product|farm|farms|cows|farmer|farmers|industry",
        "It is a diary farm.",
        "It is a dairy farm.",
    ),
    Phrase(
        "[dinning>dining] room|rooms|table|hall|area|car|experience",
        "It is a dinning room.",
        "It is a dining room.",
    ),
    Phrase(
        "[angle>angel] investor|investors|investment|dust",
        "She is an angle investor.",
        "She is an angel investor.",
    ),
    Phrase(
        "[angel>angle] bracket|brackets",
        "It is an angel bracket.",
        "It is an angle bracket.",
    ),
    Phrase(
        "will|can|let's|could|should|must|may|might|please|you|we [crate>create] a|an|the|new|"
        "your|our|this",
        "They can crate a file.",
        "They can create a file.",
    ),
    Phrase(
        "[rouge>rogue] state|states|agent|agents|nation|nations|wave|employee|process|trader|"
        "element|elements|actor|actors",
        "It is a rouge state.",
        "It is a rogue state.",
    ),
    Phrase(
        "similar|different|lighter|another [vain|vane>vein] $",
        "It goes on in a similar vain.",
        "It goes on in a similar vein.",
    ),
    Phrase(
        "[hoard|hoards>horde|hordes] of people|users|zombies|tourists|fans|students|customers|"
        "orcs|monsters|journalists|reporters|protesters|supporters|kids|teenagers|followers|"
        "invaders|mongols",
        "A hoard of tourists came.",
        "A horde of tourists came.",
    ),
    Phrase(
        "general|entire|whole|local|wider [populous>populace] $",
        "It is for the general populous.",
        "It is for the general populace.",
    ),
    Phrase(
        "clear|guilty|good|bad [conscious>conscience] $",
        "He has a clear conscious.",
        "He has a clear conscience.",
    ),
    Phrase(
        "a|very|made|make|any [conscience>conscious] effort|decision|choice|attempt",
        "It is a conscience effort.",
        "It is a conscious effort.",
    ),
    Phrase(
        "[preceded>proceeded] to <any-verb>|be|do|have|make",
        "They preceded to go.",
        "They proceeded to go.",
    ),
    Phrase(
        "to|can|then|should|will|you|we [precede>proceed] with|to",
        "They want to precede with it.",
        "They want to proceed with it.",
    ),
    Phrase(
        "to|will|can|must|please|cannot|can't|won't|would|should|not [except>accept] the|a|an|"
        "your|my|our|his|her|their|this|it|payments|responsibility|donations|contributions|new|"
        "any|credit|that !case|first|last|one|part",
        "They will except the truth.",
        "They will accept the truth.",
        not_after="nothing anything little",
    ),
    Phrase(
        "everything|everyone|nothing|none|nobody|anything|everybody|anyone [accept>except] the|"
        "for|a|that|this|one|him|her|them|me|us|when|in",
        "They took everything accept the rain.",
        "They took everything except the rain.",
    ),
    Phrase(
        "is|are|was|were|be|not|been|being [aloud>allowed] to",
        "They are not aloud to go.",
        "They are not allowed to go.",
    ),
    Phrase(
        "[roll>role] model|models",
        "She is a roll model.",
        "She is a role model.",
    ),
    Phrase(
        "to|will|be|we [role>roll] out|back",
        "They want to role out the plan.",
        "They want to roll out the plan.",
    ),
    Phrase(
        "[soul>sole] purpose|responsibility|owner|provider|author|maintainer|survivor|aim|reason",
        "It is his soul purpose.",
        "It is his sole purpose.",
    ),
    Phrase(
        "[sole>soul] mate|mates|searching",
        "She is his sole mate.",
        "She is his soul mate.",
    ),
    Phrase(
        "[strait>straight] forward|away|up|line|lines",
        "It is strait forward.",
        "It is straight forward.",
    ),
    Phrase(
        "core|central|basic|main|fundamental|key|first|few [tenant|tenants>tenet|tenets] of",
        "It is a core tenant of war.",
        "It is a core tenet of war.",
    ),
    Phrase(
        "[undo>undue] burden|influence|pressure|stress|hardship|harm|delay|weight|haste",
        "It is an undo burden.",
        "It is an undue burden.",
    ),
    Phrase(
        "i|we|you|he|she|they|was|am|were|are|I'm|been|be [wandering>wondering] if|why|how|what|"
        "whether",
        "They are wandering why it rains.",
        "They are wondering why it rains.",
    ),
    Phrase(
        "to|and|can|then|will [wonder|wonders>wander|wanders] around|aimlessly|off|through",
        "They like to wonder around.",
        "They like to wander around.",
    ),
    Phrase(
        "[upmost>utmost] importance|respect|care|confidence|priority|secrecy|attention",
        "It is of the upmost importance.",
        "It is of the utmost importance.",
    ),
    Phrase(
        "just [desserts>deserts] $",
        "They got their just desserts.",
        "They got their just deserts.",
    ),
    Phrase(
        "[curser>cursor] is|to|in|on|at|position|keys|and|moves|over",
        "The curser is here.",
        "The cursor is here.",
    ),
    Phrase(
        "last|next|this|per|every|each|two|three|six|few|a [moth|moths>month|months] ago|later|"
        "later|after|before|old|in|or",
        "It rained a moth ago.",
        "It rained a month ago.",
    ),
    Phrase(
        "[form>for] example|instance",
        "They saw, form example, rain.",
        "They saw, for example, rain.",
        not_after="the a this each same",
    ),
    Phrase(
        "for [instant>instance] $",
        "It is, for instant, cold.",
        "It is, for instance, cold.",
    ),
    Phrase(
        "[sale|sales>sell|sells] their|your|our|his|her|its own|products|product|goods|house|car|"
        "books|shares|stuff|data",
        "They want to sale their house.",
        "They want to sell their house.",
    ),
    Phrase(
        "[feel fee>feel free] to",
        "Please feel fee to go.",
        "Please feel free to go.",
    ),
    Phrase(
        "[pleas>please] note|see|let|read|use|check|make|contact|do|feel|refer|consider|be|help|"
        "don't",
        "Now pleas let us go.",
        "Their pleas go on.",
        not_after="the a his her their my our your of many such their's repeated",
    ),
    Phrase(
        "[ant>and] the|a|then|it|we|they|you|i|in|to|is|so|that|this",
        "They came ant they left.",
        "They came and they left.",
        not_after="the a an fire red black apache each queen this worker",
    ),
    Phrase(
        "[int|nit>in|not] the|this|that|a|our|your|these|order|addition",
        "They left int the rain.",
        "They left in the rain.",
        not_after="the a an each of as from unsigned long type",
    ),
    Phrase(
        "[fro>for] the|a|an|this|that|our|your|me|us|you|example|more|all|it|their|his|some|any",
        "They do it fro the money.",
        "They do it for the money.",
        not_after="and",
    ),
    Phrase(
        "[on of>one of] the|these|those|our|my|its|their|his|her|them",
        "It is on of the best.",
        "It is one of the best.",
        not_after=(
            "and or later early so go goings going moves move turn turned keep based later put "
            "tried try"
        ),
    ),
    Phrase(
        "[there fore>therefore]",
        "It is, there fore, good.",
        "It is, therefore, good.",
    ),
    # one word or two
    Phrase(
        "[my self | your self | him self | her self | our selves | them selves | your "
        "selves>myself|yourself|himself|herself|ourselves|themselves|yourselves] $",
        "They saw it them selves.",
        "They saw it themselves.",
    ),
    Phrase(
        "remain|remains|remained|keep|kept|stay|stays|stayed|left|still|is|are|was|were|fully|"
        "completely|mostly [in tact>intact]",
        "It remains in tact.",
        "It remains intact.",
    ),
    Phrase(
        "[with out>without] a|any|an",
        "They left with out any rain.",
        "They left without any rain.",
        not_after="do does done did deal",
    ),
    Phrase(
        "^ [all though>although] it|this|the|i|we|they|you|there|not|he|she",
        "All though it rained, they left.",
        "Although it rained, they left.",
    ),
    Phrase(
        "^ [may be>maybe] we|you|i|they|he|she|it's|there's|someone|you're|we're|they're",
        "May be they left.",
        "Maybe they left.",
    ),
    Phrase(
        "[some where | any where | every where>somewhere|anywhere|everywhere] else|near|in|"
        "around|on|along|close|between",
        "It is some where near.",
        "It is somewhere near.",
    ),
    Phrase(
        "[no where>nowhere] else|near|to|in",
        "It is no where near.",
        "It is nowhere near.",
    ),
    Phrase(
        "^ [a part from>apart from]",
        "A part from rain, it is dry.",
        "Apart from rain, it is dry.",
    ),
    Phrase(
        "[a side from>aside from]",
        "It is dry, a side from the rain.",
        "It is dry, aside from the rain.",
        not_after="as is",
    ),
    Phrase(
        "stay|keep|run|move|moved|far|walk|go|get|got|took|take|went|turn|turned [a way>away] from",
        "They went a way from here.",
        "They went away from here.",
    ),
    Phrase(
        "in the [mean time>meantime] $",
        "It rained in the mean time.",
        "It rained in the meantime.",
    ),
    Phrase(
        "[never the less | none the less>nevertheless|nonetheless] $",
        "It is, never the less, good.",
        "It is, nevertheless, good.",
    ),
    Phrase(
        "[dont>don't] have|know|want|need|think|get|use|do|be|see|like|care|worry|forget|"
        "understand|work|make|let|go|even|really|believe|expect|mind|give|take|try",
        "They dont have rain.",
        "They don't have rain.",
    ),
    Phrase(
        "[theres|heres>there's|here's] a|an|the|no|not|nothing|something|some|how|what|why|more|"
        "another|also|only|still|one|my|your",
        "Now theres a way.",
        "Now there's a way.",
    ),
    Phrase(
        "[incase>in case] of|you|it|the|we|they|i|there|someone|anyone|that|this|something|he|"
        "she|people",
        "They stay incase it rains.",
        "They stay in case it rains.",
    ),
    Phrase(
        "[abit>a bit] of|more|less|too|like|about|later|longer|better",
        "It rains abit more.",
        "It rains a bit more.",
    ),
    Phrase(
        "[inorder>in order] to|for|that",
        "They came inorder to win.",
        "They came in order to win.",
    ),
    Phrase(
        "[todays>today's] post|article|episode|release|world|session|topic|standards|news|date|"
        "meeting|lesson|blog|version|weather|market|announcement|children",
        "It is in todays news.",
        "It is in today's news.",
    ),
    Phrase(
        "this|last|next [weeks|months|years|nights>week's|month's|year's|night's] episode|"
        "release|post|update|meeting|news|event|show|newsletter|edition|version|conference|"
        "election|elections|budget|report|winner|game|theme|festival|vote|attack|announcement",
        "It is this weeks episode.",
        "It is this week's episode.",
    ),
    Phrase(
        "in|within|after two|three|four|five|six|ten|few|several [weeks|days|months|years|hours|"
        "minutes>weeks'|days'|months'|years'|hours'|minutes'] time",
        "It ends in two weeks time.",
        "It ends in two weeks' time.",
    ),
    Phrase(
        "in|within a [weeks|days|months|years|hours|minutes>week's|day's|month's|year's|hour's|"
        "minute's] time",
        "It ends in a weeks time.",
        "It ends in a week's time.",
    ),
    Phrase(
        "[ones>one's] own",
        "It is ones own house.",
        "It is one's own house.",
        not_after="the his her their its our your my these those",
    ),
    Phrase(
        "other|some|most|many|these|those [peoples>people's] opinions|lives|minds|homes|needs|"
        "code|work|ideas|problems|money|houses|feelings|time|attention",
        "It is other peoples money.",
        "It is other people's money.",
    ),
)
