"""The phrases of `confused-words`: what handbooks list, and grammar that cannot be right."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

from postlint.language.grammar_slips import GRAMMAR_SLIPS
from postlint.language.lookalikes import LOOKALIKES
from postlint.language.phrases import CLASSES, Pairs, Phrase, PhraseTable, rarest_pairs

PAIRS_FILE: Final = Path(__file__).with_name("phrase_pairs.json")
"""The checksum of the rows and their `Pairs`, made by docs/generate.py: to work these out takes
longer than to check a post."""

_QUESTION = "what how who whatever where why that all thing which whether whose when"
_IF = "if when once until whenever while after then"
_PREP = (
    "about after among and as at behind besides beyond by except for from in into like near "
    "of off on or over than through to toward towards under unlike upon with within without"
)

ROWS: Final = (
    # could of, would had
    Phrase(
        "could|would|should|couldn't|wouldn't|shouldn't [of>have] !course|the|his|their|its",
        "They could of left.",
        "They could, of course, leave.",
    ),
    Phrase(
        "must|might|may [of>have] been|had|done|gone|seen|known|made|taken|come|said|meant|"
        "thought|got|used",
        "They must of been there.",
        "They must, of late, have been there.",
    ),
    Phrase(
        "had [of>have] been|known|done|seen|gone",
        "If they had of known, they would go.",
        "All they had of value was known.",
    ),
    Phrase(
        "would|could|should|might|must|can|will [had|has>have|have]",
        "They would had left.",
        "They would have left.",
    ),
    # its, it's
    Phrase(
        "[its>it's] a|an|not|been|gonna|because|okay|ok|unclear|unlikely|impossible !priori|la|"
        "posteriori|for",
        "Now its a mess.",
        "Now it's a mess.",
    ),
    Phrase(
        "[its>it's] going|possible|important|difficult|better|necessary|recommended|worth|easier|"
        "harder to",
        "We know its going to rain.",
        "We know its time has come.",
        not_after=_PREP,
    ),
    Phrase(
        "[its>it's] worth|important|possible|likely|clear|true|obvious|good noting|that|"
        "mentioning|remembering|knowing|checking|looking",
        "Then its worth noting.",
        "Then its worth grew.",
    ),
    Phrase(
        "[its>it's] just|also|still|only|really|very|quite|like|now|always|often|usually|"
        "actually a|an|not|the !first|last|only",
        "Today its just a list.",
        "Today it's just a list.",
    ),
    Phrase(
        "[its>it's] the !same",
        "We think its the army.",
        "We think it's the army.",
    ),
    Phrase(
        "[it's>its] own|name|value|contents|purpose|parent|children|predecessor|successor|author|"
        "authors|location|length|width|height|origin|roots|behavior|behaviour|meaning|"
        "counterpart|surroundings|members|neighbors|neighbours|descendants|ancestors !calling|"
        "based",
        "The state has it's own army.",
        "The state has its own army.",
    ),
    Phrase(
        "of|with|into|from|within|inside|through|under|during|via|against|towards|toward|between "
        "[it's>its] <word> !a|an|not|the|to|that|all|been|possible|what|how|like|just|also",
        "They knew of it's many uses.",
        "They knew what it is made of; it's many things.",
        not_after=(
            "consist consists made sort kind think thought out aware course all most what "
            "which where"
        ),
    ),
    Phrase(
        "is|was|as [it's>its] own|name|value|purpose",
        "That is it's name.",
        "That is its name.",
    ),
    # your, you're
    Phrase(
        "[your>you're] welcome $",
        "You asked, so your welcome.",
        "We value your welcome message.",
    ),
    Phrase(
        "[your>you're] going|looking|trying|able|ready|done|supposed|unable|willing|interested|"
        "allowed|planning|hoping|wondering|welcome|familiar|struggling|used to|for|with|in|on|at|"
        "about",
        "We know your going to win.",
        "We know your going rate.",
    ),
    Phrase(
        "[your>you're] a|an|the|not|gonna|sure|in|on|already|probably|also|still|using "
        "!priori|la|the|premises|demand|call|premise|line|site|screen|device|board|air|"
        "wheel|house|time|end",
        "We know your not there.",
        "We know you're not there.",
    ),
    Phrase(
        "if|when|whenever|while|unless|once|because|since [your>you're] using|building|writing|"
        "running|looking|trying|working|creating|doing|making|getting|going|having|reading|"
        "deploying|wondering|thinking|developing|hosting|upgrading|coming|feeling a|an|the|this|"
        "it|any|to|from",
        "Read it if your running a server.",
        "Read it if your running shoes hurt.",
    ),
    Phrase(
        "[you're>your] own|site|website|app|project|browser|computer|name|account|password|code|"
        "server|phone|email|house|family|friends|needs|users|customers|readers|team|data|files",
        "Bring you're own book.",
        "You're on your own.",
    ),
    Phrase(
        "[your>you] are|should|must|could|would|cannot|can't|don't|won't|didn't|shouldn't|were|"
        "weren't|aren't|have",
        "Then your should leave.",
        "Then you should leave.",
    ),
    Phrase(
        "if|when|once|that|as|and|where|before|after|perhaps|or [your>you] want|have to",
        "Ask if your want to go.",
        "Ask if your will to go on is strong.",
    ),
    Phrase(
        "of|on|in|from|with|into|to|for|at|by|inside [you>your] own|site|website|browser|"
        "computer|laptop|phone|server|app|application|account|repository|machine|system|terminal|"
        "editor|code|repo|template|templates|posts !to",
        "Do it on you own.",
        "Do it on your own.",
    ),
    # their, there, they're
    Phrase(
        "[their>there] is|are|was|were|isn't|aren't|wasn't|will be|a|an|no|many|some|several|two|"
        "not|also|still|has|any|currently|only|always",
        "We know their are two.",
        "We know theirs is the one.",
    ),
    Phrase(
        "is|are|was|were|isn't [their>there] a|an|any|some|anything|anyone|something",
        "See if it is their any time.",
        "See if it is their time.",
    ),
    Phrase(
        "[there|they're>their|their] own|respective|users|customers|families|homes|websites|"
        "lives|names|employees|parents|children|jobs !is|are",
        "They have there own army.",
        "They have their own army.",
    ),
    Phrase(
        "[their>they're] going|trying|looking|not|supposed|willing|unable|able|gonna to|for|at|a|"
        "the|in|be",
        "Now their going to win.",
        "Now their going rate is high.",
    ),
    Phrase(
        "[theirs>there's] no|a|an|nothing|something|also|only|too|always|still",
        "Now theirs no end.",
        "Now there's no end.",
    ),
    Phrase(
        "[there>they're] going|trying|looking|planning|hoping to|for|at",
        "Now there going to win.",
        "Now they're going to win.",
        not_after="is are was were get from out over",
    ),
    # who's, whose
    Phrase(
        "[who's>whose] name|names|job|purpose|goal|value|values|author|authors|children|parents|"
        "responsibility|turn|fault|idea|code|house|life|role|size|members|contents|work",
        "A man who's name we know.",
        "A man whose name we know.",
    ),
    Phrase(
        "[whose>who's] going|been|not|there|gonna|in|trying|looking|ready|responsible|interested|"
        "willing|allowed",
        "A man whose going home.",
        "A man who's going home.",
    ),
    # then, than
    Phrase(
        "[rather|other|sooner|different then>rather than|other than|sooner than|different than] "
        "!again|the|click|,",
        "They ran rather then fight.",
        "They ran, rather; then they fought.",
    ),
    Phrase(
        "<comparative> [then>than] a|an|the|this|that|those|any|other|others|what|ever|before|"
        "expected|usual|most|it|they|we|you|me|him|just|one|two|in|on|all|some|many|using|at|our|"
        "your|my|his|her|their|its|or",
        "It is better then the last.",
        "First it got better, then the rain came.",
        unless=_IF,
    ),
    Phrase(
        "more|less|fewer [then>than] a|an|the|this|that|one|two|three|just|what|ever|any|once|"
        "enough|half|five|ten|100|10|it|they|we|you|i|5|2|3|20|50|1000|welcome|happy|likely",
        "It is more then a game.",
        "It is more than a game.",
        unless=_IF,
    ),
    Phrase(
        "more|less <word> [then>than] a|an|the|this|that|those|any|what|ever|before|expected|"
        "usual|most|they|we|you|i|one|just|in|other|others|it|our|my|your|previous|previously",
        "It is more useful then the last.",
        "Give them more time, then the rest.",
        unless=f"{_IF} first do give add get use and ,",
    ),
    Phrase(
        "same [than>as] the|a|an|in|for|with|on|it|before|above|this|that",
        "It is the same than the last.",
        "It is the same as the last.",
    ),
    Phrase(
        "by|until|till [than>then] $",
        "They will be home by than.",
        "They will be home by then.",
    ),
    # lets, let's
    Phrase(
        "^ [lets>let's] see|go|get|take|look|try|say|begin|assume|create|add|make|have|move|do|"
        "be|check|imagine|talk|now|start|use|consider|find|write|build|first|not|just|dive|"
        "define|call|explore|examine|suppose|change|run|put",
        "Lets see what comes.",
        "It lets see-through glass in.",
    ),
    Phrase(
        "now|so|then|first|but|and|instead [lets>let's] see|take|look|try|say|begin|assume|"
        "create|add|make|talk|consider|imagine|suppose|dive|start|check",
        "So lets see.",
        "So it lets you see.",
        not_after="which that it this and , or also",
    ),
    Phrase(
        "[let's>lets] you|users|developers|anyone|everyone|people|them|him|readers|customers "
        "!and|get|go|be",
        "It let's you win.",
        "It lets you win.",
    ),
    Phrase(
        "let|lets|letting you|us|them|users|people|me|him|developers|it [to <verb>>{base}]",
        "It lets you to create it.",
        "It lets you create it.",
    ),
    Phrase(
        "make|makes|made|making you|us|them|users|people|it [to <verb>>{base}]",
        "It makes us to think.",
        "It makes us think.",
        unless=(
            "can could way what anything everything decision choice effort all call use "
            "easy mistake sense"
        ),
    ),
    # to, too
    Phrase(
        "way|far [to>too] much|many|big|long|small|large|complicated|complex|late|early|slow|"
        "fast|hard|easy|often|little|few|short|high|low|difficult",
        "It is way to much.",
        "It is way too much.",
    ),
    Phrase(
        "is|are|was|were|be|been|it's|gets|got|getting [to>too] late|early|big|small|expensive|"
        "many|few|complicated|weak|cold|heavy|risky|old|young|often !to",
        "It is to late.",
        "It is too late.",
    ),
    Phrase(
        "want|wants|wanted|need|needs|able|going|trying|how|order [too>to] <any-verb>|be|do|have|"
        "get|see|make|go",
        "They want too make it.",
        "They want it too; make it.",
    ),
    Phrase(
        "not [to>too] bad|shabby|sure|late|early",
        "That is not to bad.",
        "Not to mention that.",
    ),
    # loose, lose; lead, led; passed, past
    Phrase(
        "to|will|would|can|could|may|might|don't|not|never|you'll|you|we|they|I'd [loose>lose] a|"
        "an|the|your|his|her|its|their|our|my|any|all|some|money|data|weight|track|sight|control|"
        "interest|access|focus|everything|information|it|that|this|time|hope|trust",
        "They will loose the war.",
        "They hung loose the whole day.",
    ),
    Phrase(
        "[loosing|looses>losing|loses] a|the|your|his|her|its|their|our|my|any|all|some|money|"
        "data|weight|track|sight|control|interest|access|focus",
        "They are loosing the war.",
        "They are losing the war.",
    ),
    Phrase(
        "people|users|we|they|you [loose>lose] weight|track|sight|control|interest|faith|touch|"
        "hope|money|data",
        "People loose weight.",
        "People lose weight.",
    ),
    Phrase(
        "has|have|had|having|was|were|is|been|being [lead>led] by|to|the|me|us|them|up "
        "!developer|engineer|poisoning|role|maintainer",
        "It was lead by a king.",
        "It was led by a king.",
        not_after="and or the to",
    ),
    Phrase(
        "what [lead>led] up to",
        "That is what lead up to it.",
        "That is what led up to it.",
    ),
    Phrase(
        "in the [passed>past] $",
        "It was so in the passed.",
        "It was in the passed bill.",
    ),
    Phrase(
        "the [passed>past] few|year|month|week|decade|years|months|weeks|decades|days|century|"
        "couple",
        "It rained the passed few days.",
        "It rained the past few days.",
    ),
    Phrase(
        "went|goes|walked|drove|moved|got|gone|going|get|look|looking|far|run|scroll|scrolled "
        "[passed>past] the|a|this|that|it|them|us|his|her|your|my",
        "They went passed the house.",
        "They passed the house.",
    ),
    Phrase(
        "[past>passed] away $",
        "He past away.",
        "In a past away from home.",
    ),
    # affect, effect
    Phrase(
        "in|into|take|takes|took|taking|side|special [affect|affects>effect|effects] !the|a|an|"
        "our|your|how|his|their|all|any|you|us|them|her|my|that|this|every|people|only",
        "It will take affect now.",
        "Those who take part affect the rest.",
    ),
    Phrase(
        "the|an|no|any|little|this|that|big|positive|negative|profound|direct|adverse|desired|"
        "immediate|same|opposite [affect|affects>effect|effects] of|on|is|was|will",
        "It has no affect on us.",
        "It does affect us.",
    ),
    Phrase(
        "are|is|was|were|be|been|being|not|most|directly|also|those|people [effected>affected] by",
        "They are effected by it.",
        "The change they effected by law was small.",
    ),
    Phrase(
        "negatively|adversely|directly|positively|severely|greatly|badly|also|significantly "
        "[effect|effected|effects|effecting>affect|affected|affects|affecting] !change|of|on|is|"
        "are",
        "It badly effects us.",
        "It badly affects us.",
    ),
    Phrase(
        "cause and [affect>effect]",
        "It is cause and affect.",
        "It is cause and effect.",
    ),
    # use, us; chose, choose; breath; advice; proof; believe
    Phrase(
        "allowed|allows|enabled|enables|helped|helps|told|asked|forced [use>us] to",
        "It allowed use to win.",
        "It allowed the use of force to win.",
    ),
    Phrase(
        "can|could|should|must|might|cannot|can't [us>use] the|a|an|this|it|that|your",
        "You can us the door.",
        "You can use the door.",
    ),
    Phrase(
        "to|can|will|must|should|would|could|may|might|don't|didn't|cannot|can't [chose>choose]",
        "You can chose it.",
        "You can choose it.",
    ),
    Phrase(
        "to|can't|cannot|can|could|couldn't [breath>breathe] $",
        "They cannot breath.",
        "They cannot breathe.",
    ),
    Phrase(
        "deep|a [breathe>breath]",
        "Take a breathe.",
        "Take a breath.",
    ),
    Phrase(
        "would|strongly|I'd|we'd [advice>advise] you|to|against|that|everyone|anyone|all|them|"
        "people",
        "I would advice you to go.",
        "I would take advice.",
    ),
    Phrase(
        "[advice>advise] you|him|them|against to|against|on|that|doing|using",
        "They advice you to go.",
        "They advise you to go.",
    ),
    Phrase(
        "some|any|good|my|bad|great|general|practical|of [advise>advice] !you|against|that|the|"
        "people|users|on|them",
        "It is good advise.",
        "It is good advice.",
    ),
    Phrase(
        "to|will|can|could|should [proof>prove] that|the|it|this|a|to|his|her|your|their !of|"
        "reading",
        "We want to proof that it works.",
        "We want proof that it works.",
    ),
    Phrase(
        "my|his|her|our|their [believe>belief] that|in|is|was",
        "It is my believe that we won.",
        "It is my belief that we won.",
    ),
    Phrase(
        "I|we|don't [thing>think] that|it|this|we|they|the|you|it's",
        "I thing that we won.",
        "I think that we won.",
    ),
    Phrase(
        "don't|didn't|doesn't [now|no>know|know] if|what|when|how|who|where|why|that|the|about|"
        "anything",
        "We don't now what to do.",
        "We don't, now, do it.",
    ),
    Phrase(
        "let me|us [now>know] if|what|how|in|about|on !appropriate",
        "Let me now if it rains.",
        "Let us now turn to the rain.",
    ),
    Phrase(
        "is|are|was|were|will|can|could [know longer>no longer]",
        "They are know longer here.",
        "They know longer words.",
    ),
    Phrase(
        "love|like|happy|glad|want|hoping|hope|forward|sorry|great to [here>hear] from|about|"
        "your|what|that|it",
        "We hope to here from you.",
        "We hope to hear from you.",
    ),
    # words that sound or look alike, in their phrases
    Phrase(
        "[quiet>quite] a|an|the few|bit|lot|while|some|good|big|large|long|number|challenge|"
        "interesting",
        "It took quiet a while.",
        "It was quiet, a while ago.",
    ),
    Phrase(
        "is|are|was|were|it's|be|been|works|seems [quiet>quite] simple|easy|useful|common|often|"
        "similar|different|well|possible|hard|difficult|good|nice|popular|large|small|big|new|"
        "important|interesting|happy|clear|likely|powerful|sure",
        "It is quiet simple.",
        "It is quiet, simple.",
    ),
    Phrase(
        "[weather>whether] or not",
        "We ask weather or not it works.",
        "Good weather or bad, not a soul was there.",
    ),
    Phrase(
        "decide|know|see|check|determine|sure|ask|matter|asks|wonder|specify|indicates|unclear|"
        "question [weather>whether] it|you|they|we|the|a|this|that|to|or !forecast|conditions|"
        "was|outside|report|service",
        "We ask weather you know.",
        "We ask the weather service.",
    ),
    Phrase(
        "the|a|very|for [fist>first] time|step|place|thing|version|line|day|week|year|example|"
        "one|two|few|part|release",
        "It is the fist time.",
        "It is the fist of God.",
    ),
    Phrase(
        "a|the|free|by|day [trail>trial] version|period|and|account !error-free|the|trees|road|"
        "mountain|hiking",
        "It is a free trail version.",
        "It is a trail in the woods.",
    ),
    Phrase(
        "the|a|our|its|no|my|this|his [rational>rationale] for|behind|of|is",
        "The rational for it is clear.",
        "The rational man for it is here.",
    ),
    Phrase(
        "see|listed|shown|described|mentioned|given|defined|explained|example|examples|code|"
        "section|table|figure|instructions|steps|list|link|links|comments|from|as|image|diagram|"
        "snippet|command|function [bellow>below]",
        "See the table bellow.",
        "They heard the bull bellow.",
    ),
    Phrase(
        "are|we're|I'm|am|very|so|really|super|was|were [exited>excited] to|about|for",
        "We are exited to go.",
        "They exited to the left.",
    ),
    Phrase(
        "very|so|really|super|an|most [exiting>exciting] news|new|feature|features|time|times|"
        "release|announcement|opportunity|year|week|day|project",
        "We have very exiting news.",
        "They are exiting now.",
    ),
    Phrase(
        "worth [nothing>noting] that|here|is|about",
        "It is worth nothing that we won.",
        "It is worth nothing to us.",
    ),
    Phrase(
        "^ [please not>please note] that|the|this",
        "Please not that this is old.",
        "Please, not that.",
    ),
    Phrase(
        "make|makes|made|making [is>it] easy|easier|possible|hard|difficult|simple|clear|harder|"
        "simpler|impossible",
        "This makes is easy.",
        "What this makes is easy money.",
        unless=_QUESTION,
    ),
    Phrase(
        "the|in [worse>worst] case|scenario|offender|offenders|kind",
        "In the worse case we lose.",
        "In the worst case we lose.",
    ),
    Phrase(
        "[worst>worse] than|then",
        "It is worst than before.",
        "It is the worst, then.",
    ),
    Phrase(
        "the|an [hole>whole] thing|time|day|process|point|world|page|site|project|idea|system|"
        "file|team|lot",
        "It took the hole day.",
        "It took the whole day.",
    ),
    Phrase(
        "[peace>piece] of cake|code|software|paper|advice|information|art|hardware|music|text|"
        "data|work",
        "It is a peace of cake.",
        "It is a piece of cake.",
    ),
    Phrase(
        "for|some|gives|give|you|me|us|your|greater|complete|extra|added [piece>peace] of mind",
        "It gives us piece of mind.",
        "It gives us a piece of my mind.",
    ),
    Phrase(
        "[plane>plain] text|english|html|javascript|css|markdown|old",
        "It is plane text.",
        "The plane is old.",
    ),
    Phrase(
        "[waist>waste] of|your|my|any time|money|space|energy|effort|resources",
        "It is a waist of time.",
        "It is a waste of time.",
    ),
    Phrase(
        "last|next [weak>week] $",
        "They leave next weak.",
        "They are the next weak team.",
    ),
    Phrase(
        "[principle>principal] engineer|investigator|component|components|author|architect|"
        "developer|scientist|analyst|reason|designer",
        "She is a principle engineer.",
        "She is a principal engineer.",
    ),
    Phrase(
        "in [principal>principle] $",
        "We agree in principal.",
        "We agree in principle.",
    ),
    Phrase(
        "first|guiding|basic|fundamental|design [principal|principals>principle|principles] of|"
        "is|are|for|in",
        "It is the first principal of war.",
        "It is the first principle of war.",
    ),
    Phrase(
        "[elicit>illicit] drugs|trade|affair|activity|activities",
        "They sold elicit drugs.",
        "They sold illicit drugs.",
    ),
    Phrase(
        "to|will|can|may|might [illicit>elicit] a|an|the|any|some|more|feedback|responses",
        "They try to illicit a reply.",
        "They try to elicit a reply.",
    ),
    Phrase(
        "[course>coarse] grained|grain|grains",
        "It is course grained.",
        "It is coarse grained.",
    ),
    Phrase(
        "of [coarse>course] $",
        "We will, of coarse.",
        "It is made of coarse sand.",
    ),
    Phrase(
        "[duel>dual] core|boot|license|licensed|licensing|purpose|citizenship|nationality|"
        "monitor|screen",
        "It has a duel core.",
        "It has a dual core.",
    ),
    Phrase(
        "[gorilla>guerrilla] warfare|war|marketing|tactics|fighters|group",
        "It is gorilla warfare.",
        "It is guerrilla warfare.",
    ),
    Phrase(
        "[pubic>public] key|keys|api|school|schools|domain|library|opinion|relations|sector|"
        "interest|transport|health|service|services|method|function",
        "It is a pubic key.",
        "It is a public key.",
    ),
    Phrase(
        "[untied>united] states|nations|kingdom|arab",
        "It is the untied nations.",
        "It is the united nations.",
    ),
    Phrase(
        "key|important|major|crucial|vital|central|leading|big|significant|active [roll>role] in|"
        "of|for",
        "It plays a key roll in it.",
        "It plays a key role in it.",
    ),
    Phrase(
        "can|may|might|could|should|to|will|often [very>vary] depending|widely|between|from|by|"
        "based|greatly|slightly|wildly",
        "It may very depending on it.",
        "It may very well depend.",
    ),
    Phrase(
        "[steal>steel] beam|beams|wire|cable|mill|plant|industry",
        "It is a steal beam.",
        "It is a steel beam.",
    ),
    Phrase(
        "[costumer>customer] service|support|base|experience|care|relationship|satisfaction",
        "It is good costumer service.",
        "It is good customer service.",
    ),
    Phrase(
        "[advance>advanced] settings|features|users|topics|usage|options|techniques|"
        "configuration|concepts|tutorial|mode|example|examples",
        "See the advance settings.",
        "See the advanced settings.",
    ),
    Phrase(
        "more|most|very [advance>advanced] $",
        "It is more advance.",
        "It is more advanced.",
    ),
    Phrase(
        "a|very|most|much [welcomed>welcome] change|addition|relief|improvement|feature|sight|"
        "break|additions|improvements|changes",
        "It is a welcomed change.",
        "She welcomed change.",
    ),
    # eggcorns
    Phrase(
        "[peak|peaked|peaks|peeked>pique|piqued|piques|piqued] my|your|our|his|her|their|some|"
        "the|people's interest|curiosity|attention",
        "It peaked my interest.",
        "It piqued my interest.",
    ),
    Phrase(
        "[tow|towed|towing|tows>toe|toed|toeing|toes] the line|party !of|up",
        "They tow the line.",
        "They toe the line.",
    ),
    Phrase(
        "[baited>bated] breath",
        "We wait with baited breath.",
        "We wait with bated breath.",
    ),
    Phrase(
        "make|made|makes|making [due>do] with|without|on",
        "We make due with it.",
        "We make due diligence our aim.",
    ),
    Phrase(
        "[sneak|sneaky|quick|first|little|early peak>sneak peek|sneaky peek|quick peek|first "
        "peek|little peek|early peek] at|into|inside|behind",
        "Here is a sneak peak at it.",
        "Here is a sneak peek at it.",
    ),
    Phrase(
        "[sneak peak|peaks>sneak peek|sneak peeks]",
        "It is a sneak peak.",
        "It is a sneak peek.",
    ),
    Phrase(
        "take|takes|taking|took|taken|have a [peak>peek] at|into|inside|behind",
        "Take a peak at it.",
        "It has a peak at noon.",
    ),
    Phrase(
        "[for all intensive purposes>for all intents and purposes]",
        "It is for all intensive purposes dead.",
        "It is for all intents and purposes dead.",
    ),
    Phrase(
        "[one in the same>one and the same]",
        "They are one in the same.",
        "They are one and the same.",
    ),
    Phrase(
        "[case and point>case in point]",
        "It is a case and point.",
        "Make your case, and point to it.",
    ),
    Phrase(
        "[wreck|wrecks|wrecked|wrecking|reek|reeks havoc>wreak havoc|wreaks havoc|wreaked havoc|"
        "wreaking havoc|wreak havoc|wreaks havoc]",
        "They wreck havoc.",
        "They wreak havoc.",
    ),
    Phrase(
        "[deep seeded>deep-seated]",
        "It is a deep seeded fear.",
        "It is a deep-seated fear.",
    ),
    Phrase(
        "nip|nipped|nipping it|this|that|them in the [butt>bud]",
        "We nip it in the butt.",
        "We nip it in the bud.",
    ),
    Phrase(
        "[mute>moot] point",
        "It is a mute point.",
        "It is a moot point.",
    ),
    Phrase(
        "first come first [serve>served] $",
        "It is first come first serve.",
        "It is first come first served.",
    ),
    Phrase(
        "[slight>sleight] of hand",
        "It is slight of hand.",
        "It is sleight of hand.",
    ),
    Phrase(
        "[beckon call>beck and call]",
        "They are at his beckon call.",
        "They are at his beck and call.",
    ),
    Phrase(
        "[statue>statute] of limitations|limitation",
        "It has a statue of limitations.",
        "It has a statute of limitations.",
    ),
    Phrase(
        "[free|full reign>free rein|full rein]",
        "They have free reign.",
        "They have free rein.",
    ),
    Phrase(
        "[reign|reigned|reigning in>rein in|reined in|reining in] the|his|her|their|our|your|its|"
        "spending|costs|a|my !of",
        "They reign in the costs.",
        "They reign in peace.",
    ),
    Phrase(
        "[tongue and cheek>tongue in cheek]",
        "It is tongue and cheek.",
        "It is tongue in cheek.",
    ),
    Phrase(
        "[bare>bear] with me|us",
        "Please bare with us.",
        "Please bear with us.",
    ),
    Phrase(
        "[bare>bear] in mind",
        "Please bare in mind the rain.",
        "Please bear in mind the rain.",
    ),
    Phrase(
        "[by in large>by and large]",
        "It is by in large true.",
        "It is by and large true.",
    ),
    Phrase(
        "[per say>per se]",
        "It is not bad per say.",
        "One vote per person, they say.",
    ),
    Phrase(
        "[pour|pours|poured|pouring over>pore over|pores over|pored over|poring over] documents|"
        "data|books|reports|logs|papers|maps|code|spreadsheets",
        "They poured over maps.",
        "They pored over maps.",
    ),
    Phrase(
        "a [shoe in>shoo-in] for",
        "He is a shoe in for it.",
        "He put his shoe in for repair.",
    ),
    Phrase(
        "through the [ringer>wringer]",
        "They went through the ringer.",
        "They went through the wringer.",
    ),
    Phrase(
        "[visa versa | vise versa | vice a versa>vice versa|vice versa|vice versa]",
        "It is so and visa versa.",
        "It is so and vice versa.",
    ),
    Phrase(
        "[wet>whet] your|my|our|his|her|their|the appetite|appetites",
        "It will wet your appetite.",
        "It will whet your appetite.",
    ),
    Phrase(
        "further|more [adieu>ado]",
        "Here it is without further adieu.",
        "Here it is without further ado.",
    ),
    Phrase(
        "^ [in another words>in other words]",
        "In another words, we lost.",
        "In other words, we lost.",
    ),
    Phrase(
        "[escape goat>scapegoat]",
        "He is the escape goat.",
        "He is the scapegoat.",
    ),
    Phrase(
        "in the same [vain>vein]",
        "It is in the same vain.",
        "It is in the same vein.",
    ),
    Phrase(
        "[naval>navel] gazing|gazer",
        "It is naval gazing.",
        "It is navel gazing.",
    ),
    Phrase(
        "take|takes|took|taking|hand|handed|hold|held|over the [reigns>reins]",
        "They took the reigns.",
        "They took the reins.",
    ),
    Phrase(
        "doesn't|don't|didn't|not|won't|never [phase>faze] me|him|her|us|them|you",
        "It did not phase him.",
        "It did not faze him.",
    ),
    Phrase(
        "between you and [I>me] $",
        "It is between you and I.",
        "It is between you and me.",
    ),
    Phrase(
        "all [of sudden | the sudden>of a sudden|of a sudden]",
        "All of sudden it rained.",
        "All of a sudden it rained.",
    ),
    Phrase(
        "[should|would|could|most defiantly>should definitely|would definitely|could definitely|"
        "most definitely]",
        "We would defiantly go.",
        "They stared defiantly.",
    ),
    Phrase(
        "[last but not the least>last but not least]",
        "He came last but not the least.",
        "He came last but not least.",
    ),
    Phrase(
        "on [the other hands>the other hand]",
        "It is, on the other hands, true.",
        "It is in the other hands.",
    ),
    Phrase(
        "[in other to>in order to] <any-verb>|be|do|have|get|see|make",
        "We came in other to see.",
        "In other words, to see is to know.",
    ),
    Phrase(
        "hit the [breaks>brakes]",
        "They hit the breaks.",
        "They hit the brakes.",
    ),
    Phrase(
        "[break>brake] pads|pedal|fluid|lights",
        "It is the break pedal.",
        "It is the brake pedal.",
    ),
    # one word or two
    Phrase(
        "[every day>everyday] life|use|objects|tasks|language|things|usage|work|experience|"
        "workflow",
        "It is for every day use.",
        "It is in use every day.",
    ),
    Phrase(
        "it|them|this|that|us|me|you|code|happens|happen|work|works|used|using|changes|change|"
        "things|improving|growing|there|here|people|out|on|up|news|users|projects|software|sites "
        "[everyday>every day] $",
        "We use it everyday.",
        "It is an everyday thing.",
        not_after="the an a of and or from for into our their your as in with beyond to more",
    ),
    Phrase(
        "is|are|be|become|being|was|were|been|becoming [apart of>a part of]",
        "They are apart of it.",
        "They came apart of old age.",
    ),
    Phrase(
        "[a long with>along with]",
        "They came a long with us.",
        "They came along with us.",
    ),
    Phrase(
        "for|takes|took|been|take|such [along time>a long time]",
        "It took along time.",
        "It took a long time.",
    ),
    Phrase(
        "for|after|in|quite [awhile>a while]",
        "They left for awhile.",
        "They left awhile ago.",
    ),
    Phrase(
        "[all ready>already] have|has|been|had|exists|exist|know|done|using|there|use",
        "They all ready have it.",
        "They are all ready to go.",
    ),
    Phrase(
        "[in stead of>instead of]",
        "They ran in stead of us.",
        "They ran instead of us.",
    ),
    Phrase(
        "[an other>another] <word>",
        "It is an other thing.",
        "It is another thing.",
    ),
    Phrase(
        "[a head of>ahead of] time|schedule",
        "They came a head of time.",
        "They bought a head of lettuce.",
    ),
    Phrase(
        "[there|it|this|that maybe>there may be|it may be|this may be|that may be] a|an|some|"
        "possible|necessary|useful|better|worth|many|other|more|easier|times|cases",
        "Then there maybe a way.",
        "Then there is maybe a way.",
    ),
    Phrase(
        "[any ones>anyone's] guess|business",
        "It is any ones guess.",
        "It is anyone's guess.",
    ),
    Phrase(
        "[each others>each other's] <word>",
        "They read each others books.",
        "They read each other's books.",
    ),
    Phrase(
        "[each others>each other] $",
        "They like each others.",
        "They like each other.",
    ),
    Phrase(
        "[a lots of | alots of>a lot of|a lot of]",
        "It has a lots of rain.",
        "It has lots of rain.",
    ),
    Phrase(
        "[allot of>a lot of]",
        "It has allot of rain.",
        "It has a lot of rain.",
    ),
    Phrase(
        "[wont>won't] be|work|have|do|get|need|let|make|go|find|see|take|stop|run|even|help|"
        "change|always|happen|cause",
        "It wont be long.",
        "It was his wont to be late.",
    ),
    Phrase(
        "[cant>can't] be|do|get|have|find|use|see|wait|believe|remember|figure|make|go|say|help|"
        "really|just|even",
        "We cant be there.",
        "It is the cant of thieves.",
    ),
    Phrase(
        "^ [id>i'd] like|love|rather to|if|it",
        "Id like to go.",
        "I'd like to go.",
    ),
    Phrase(
        "[because|instead|regardless|lots|kind|plenty off>because of|instead of|regardless of|"
        "lots of|kind of|plenty of]",
        "They left because off rain.",
        "They left because of rain.",
    ),
    Phrase(
        "[based of>based on] of|the|a|an|this|these|our|your|that|my|his",
        "It is based of the film.",
        "It is based on the film.",
    ),
    Phrase(
        "coming|come|comes|came|away|apart|downloaded|removed|imported|retrieved|inherited|"
        "derived|benefit|benefits|suffers|suffer|different|far|back|download|received|learned|"
        "learn|starting|migrate|migrating|taken|loaded|obtained|copied [form>from] a|an|the|this|"
        "your|our|their|its|other|that|my|it|them|one|these|those|scratch",
        "It came form the north.",
        "They came, form and all.",
    ),
    Phrase(
        "the|a|some|any|one|different|other|various|simple|simplest [from|froms>form|forms] of",
        "It is a from of art.",
        "It is a form of art.",
        not_after="and or to",
    ),
    # a word is missing
    Phrase(
        "able|unable [<verb>>to {base}]",
        "They are able create it.",
        "They are able to create it.",
    ),
    Phrase(
        "in order [<verb>|be|do>to {}]",
        "They came in order see it.",
        "They came in order to see it.",
    ),
    Phrase(
        "want|wants|wanted|needs|needed|trying|going|decided|decides|ability|supposed|willing|"
        "wish|wishes|tries|tried|hoping|planning|need|attempting|attempts|intend|intends|intended "
        "[<verb>>to {base}]",
        "They want create it.",
        "They want to create it.",
        unless="let help make",
    ),
    Phrase(
        "would|I'd|we'd|you'd like [<verb>>to {base}]",
        "I would like create it.",
        "I would like to create it.",
    ),
    Phrase(
        "allow|allows|enable|enables|allowed|allowing|enabling you|us|them|users|developers|"
        "people|me [<verb>|use|do|have|be|run>to {}]",
        "It allows you create it.",
        "It allows you to create it.",
    ),
    Phrase(
        "to|will|should|would|must|may|might|could|won't [able|unable>be able|be unable] to",
        "They will able to go.",
        "They will be able to go.",
    ),
    Phrase(
        "will|should|would|must|might|cannot|won't|can|could|may|shouldn't [available|"
        "responsible|compatible|visible|necessary|easier|useful|interested|ready|familiar|"
        "aware>be {}]",
        "It will available soon.",
        "It will be available soon.",
    ),
    Phrase(
        "<modal> [<any-verbed>>be {} / {base}]",
        "It can created by hand.",
        "It can be created by hand.",
        unless="what how why who where",
        not_after="^ the a tin this that an his her their my our your of beer",
    ),
    Phrase(
        "<modal> [seen|shown|written|given|taken|known|chosen|hidden|gone|done>be {} / have {}]",
        "It can seen from here.",
        "It can be seen from here.",
        unless="what how why who where",
        not_after="^ the a tin this that an his her their my our your of",
    ),
    Phrase(
        "can|could|may|might|will [possible>possibly] <any-verb>|be|have",
        "It could possible create it.",
        "It is possible.",
    ),
    Phrase(
        "^ [this|it a|an>this is a|this is an|it is a|it is an] !priori|la|posteriori|week|day|"
        "month|year",
        "This a good day.",
        "This, a good day, is over.",
    ),
    Phrase(
        "^ [there>there is / there are] a|an|no|many|several|some lot|few|number|way|ways|reason|"
        "reasons|things|need|other|different",
        "There a few things.",
        "There are a few things.",
    ),
    Phrase(
        "^ [it>it is] worth|possible|important|recommended|necessary|useful|easy|clear noting|"
        "that|to|mentioning|for",
        "It worth noting.",
        "It is worth noting.",
    ),
    Phrase(
        "if|once|when [are>you are] ready|done|finished|familiar|using|interested|unsure",
        "Leave when are ready.",
        "Leave when you are ready.",
    ),
    Phrase(
        "[we|they|i|you|he seen>we have seen|they have seen|i have seen|you have seen|he has seen]",
        "Here we seen it.",
        "Here we have seen it.",
        not_after="have has had what could should would might must be",
    ),
    Phrase(
        "a|an [number|lot|bunch|variety|handful|majority>{} of] <plural>",
        "They saw a lot people.",
        "They saw a lot of people.",
        not_after="of by",
    ),
    Phrase(
        "[one the>one of the] most|best|first|main|biggest|few|key|many|largest|oldest",
        "It is one the best.",
        "It is one, the best.",
        not_after="this that and first last second the only new old which every any latter each",
    ),
    Phrase(
        "in front [the|a|this|your|our>of {}]",
        "It is in front the house.",
        "It is in front of the house.",
    ),
    Phrase(
        "according [the|our|this|a|your|his|their>to {}]",
        "It rains according the news.",
        "It rains according to the news.",
    ),
    Phrase(
        "due [the>to the] fact|lack|nature|number|way|size",
        "It is due the lack of rain.",
        "It is due to the lack of rain.",
    ),
    Phrase(
        "regardless [the|what|how|if|whether>of the|of what|of how|of whether|of whether]",
        "It rains regardless the season.",
        "It rains regardless of the season.",
    ),
    Phrase(
        "as soon|far|long [you|the|it|we|they|i|your>as {}] <word>",
        "Stay as long you like.",
        "Stay as long as you like.",
        not_after="twice half just three",
    ),
    Phrase(
        "by|without|of [<verb>>{ing}] a|an|the|your|this|our|new",
        "It works by create a file.",
        "It works by creating a file.",
        unless="kind sort",
    ),
    Phrase(
        "[for <verb>>for {ing} / to {base}] a|an|the|your|this|our|data|new",
        "It is for create a file.",
        "It is for creating a file.",
    ),
    Phrase(
        "how to [<verbing>>{base}]",
        "It is how to creating it.",
        "It is how to create it.",
    ),
    Phrase(
        "look|looking|looks forward to [hear|see|meet|receive|learn|continue|know|get|"
        "have>hearing|seeing|meeting|receiving|learning|continuing|knowing|getting|having]",
        "We look forward to hear from you.",
        "We look forward to hearing from you.",
    ),
    Phrase(
        "avoid|avoids|avoided|enjoy|enjoys|enjoyed [to <verb>>{ing}]",
        "We avoid to create it.",
        "We avoid creating it.",
    ),
    Phrase(
        "prevent|prevents|prevented|preventing it|them|us|you|users|people|me [to <verb>>from "
        "{ing}]",
        "It prevents us to create it.",
        "It prevents us from creating it.",
    ),
    Phrase(
        "is|are|was|were|not [suppose>supposed] to",
        "They are suppose to go.",
        "They suppose to this day.",
    ),
    Phrase(
        "get|got|getting|been|become|am|gotten [use>used] to",
        "We got use to rain.",
        "We got used to rain.",
    ),
    Phrase(
        "it|there|that|this|he|she [use>used] to be|have|work|take|do",
        "There use to be rain.",
        "There used to be rain.",
        unless=(
            "can could will would may might do does did make let help should must lets see have"
        ),
    ),
    # the wrong form of a verb
    Phrase(
        "be|been|being [<verb>>{participle}]",
        "It will be create by hand.",
        "It will be created by hand.",
        unless="what all thing step do does",
    ),
    Phrase(
        "be|been|being [use|update|upgrade|replace|reuse|release|change|store>{}d] by|to|for|as|"
        "in|with|instead|when|if",
        "It will be use by them.",
        "It will be used by them.",
    ),
    Phrase(
        "is|are|was|were|be|been|being|gets [<verb>|use|release|store|handle|cause|"
        "manage>{participle}] by",
        "It is generate by them.",
        "It is generated by them.",
    ),
    Phrase(
        "are|were [<verb>>{participle}] in|on|at|from|to|with|for|as|automatically|into|when|if",
        "They are create from it.",
        "They are created from it.",
        unless="what all thing things do",
    ),
    Phrase(
        "it's|is|was [recommend|suggest|expect|require|ask>recommended|suggested|expected|"
        "required|asked] to|that|for !create",
        "It is recommend to go.",
        "It is recommended to go.",
        unless="what all do",
        not_after="only this",
    ),
    Phrase(
        "is|are|were [need>needed] to|for|in|by",
        "It is need to go.",
        "There is need to go.",
        not_after="there",
    ),
    Phrase(
        "has|have|had [<verb>>{participle}] a|an|the|some|support|new|this|to|more|it|our|your",
        "We have create a file.",
        "We have created a file.",
        unless="to let make",
        not_after="do does did will what",
    ),
    Phrase(
        "have|has|having|I've|we've|they've|you've [went|came|began|wrote|gave|took|knew|"
        "grew|drew|drove|spoke|chose|fell|flew|ate|saw>gone|come|begun|written|given|taken|known|"
        "grown|drawn|driven|spoken|chosen|fallen|flown|eaten|seen] !blade|blades|mill|dust",
        "They have went home.",
        "They have gone home.",
    ),
    Phrase(
        "to|can|could|will|would|should|must|don't|doesn't|didn't|cannot|can't|won't [went|came|"
        "began|wrote|gave|took|knew|chose|spoke|ran|ate|became|got|made|thought|wanted|tried|"
        "did>go|come|begin|write|give|take|know|choose|speak|run|eat|become|get|make|think|want|"
        "try|do] !from",
        "They didn't went home.",
        "They didn't go home.",
        not_after="the what according who as listened listen all from",
    ),
    Phrase(
        "doesn't|don't|didn't [<any-verbs>|<verbed>|works|needs|wants|looks|matters|has|had|"
        "worked|needed|changes>{base}]",
        "It doesn't creates it.",
        "It doesn't create it.",
    ),
    Phrase(
        "does|did not [<any-verbs>|<verbed>|works|needs|wants|looks|matters|has|had|worked|"
        "needed>{base}]",
        "It does not creates it.",
        "It does not create it.",
    ),
    Phrase(
        "<modal> [<verbs>|has|works|needs>{base}]",
        "It will creates a file.",
        "It will create a file.",
        unless="what how why who where",
        not_after="^ the a his her their my our your free s of political",
    ),
    Phrase(
        "to [<verbs>>{base}]",
        "We want to creates a file.",
        "We want to create a file.",
        not_after=(
            "close closer refers refer from due related according similar changed renamed "
            "thanks and equivalent analogous prefer response map maps comes compared "
            "respect regard added"
        ),
    ),
    Phrase(
        "[is|was <verbs>|depends>{} / is {participle}]",
        "It is creates a file.",
        "It is created by hand.",
        unless=f"{_QUESTION} do does",
    ),
    Phrase(
        "[is are | are is | was were | were was | is was | was is | is were | are was>is / are / "
        "was / were]",
        "The army is are here.",
        "The army is here.",
        unless=f"{_QUESTION} one ones problem question answer , as those they there here",
    ),
    Phrase(
        "[can will | will can | should can | can should | must can | may can | can could | could "
        "can | will should | should will | would can | can would | must should | would will>can "
        "/ will / should / would]",
        "They can will go.",
        "They can go.",
        unless="what who those that which all if as how",
    ),
    Phrase(
        "[is|are consist|consists|consisted of>consists of / consist of]",
        "It is consist of rain.",
        "It consists of rain.",
    ),
    Phrase(
        "[comprises|comprise|comprising of>comprises|comprise|comprising]",
        "It comprises of two parts.",
        "It comprises two parts.",
    ),
    # a wrong small word
    Phrase(
        "[despite of>despite]",
        "They left despite of the rain.",
        "They left despite the rain.",
    ),
    Phrase(
        "depend|depends|depending|depended [of|from>on|on] the|your|a|how|what|which|this|"
        "whether|our|its|their",
        "It depends of the rain.",
        "It depends on the rain.",
    ),
    Phrase(
        "consist|consists|consisted|consisting [on|from>of|of] a|the|two|three|several|many|one",
        "It consists on two parts.",
        "It consists of two parts.",
    ),
    Phrase(
        "[regarding to>regarding] the|a|this|that|your|our|how",
        "It is regarding to the rain.",
        "It is regarding the rain.",
    ),
    Phrase(
        "[discuss|discussed|discusses|discussing about>discuss|discussed|discusses|discussing]",
        "We discussed about it.",
        "We talked about it.",
    ),
    Phrase(
        "interested [on|about>in|in] the|a|this|using|learning|how|our|your|it",
        "They are interested on the war.",
        "They are interested in the war.",
    ),
    Phrase(
        "capable [to <verb>>of {ing}]",
        "They are capable to create it.",
        "They are capable of creating it.",
    ),
    Phrase(
        "responsible [of>for] the|a|this|our|all|your|maintaining|any",
        "They are responsible of the war.",
        "They are responsible for the war.",
    ),
    Phrase(
        "comply|complies|complying [to>with] the|a|this|these|our|your|all",
        "They comply to the rules.",
        "They comply with the rules.",
    ),
    Phrase(
        "in [of itself>and of itself]",
        "It is, in of itself, good.",
        "It is, in and of itself, good.",
    ),
    Phrase(
        "with [regards of | respect of | respects to>regard to|respect to|respect to]",
        "With regards of rain, we left.",
        "With regard to rain, we left.",
    ),
    Phrase(
        "as [follow|followed>follows] $",
        "The rules are as follow:",
        "The rules are as follows:",
    ),
    Phrase(
        "[thanks you>thank you] for|to|so|very|all",
        "Thanks you for the rain.",
        "We give thanks; you do too.",
    ),
    Phrase(
        "big|special|huge|many [thank>thanks] to|for",
        "A big thank to them.",
        "A big thank-you to them.",
    ),
    Phrase(
        "[more easier|faster|better|simpler|cheaper|stronger|safer|cleaner|nicer|worse|harder|"
        "bigger|smaller>{}] than|to",
        "It is more easier to do.",
        "It is more, easier to do.",
        not_after="many even a any few some two",
    ),
    Phrase(
        "the [most best|easiest|fastest|simplest|biggest|largest|latest|newest|greatest|worst>{}]",
        "It is the most best.",
        "It is the best.",
    ),
    # number
    Phrase(
        "these|those [kind|type|sort>kinds|types|sorts] of",
        "We like these kind of days.",
        "We like these kinds of days.",
    ),
    Phrase(
        "this|that [kinds|types|sorts>kind|type|sort] of",
        "We like this kinds of days.",
        "We like this kind of day.",
    ),
    Phrase(
        "^ [this>these] are|were|things|ways|features|problems|issues|options|settings|values|"
        "methods|tools|people|kinds|errors|bugs",
        "This are the rules.",
        "These are the rules.",
    ),
    Phrase(
        "^ [these|those>this|that] is|was|has|means|allows",
        "These is the rule.",
        "This is the rule.",
    ),
    Phrase(
        "they [is|was|has|does|isn't|wasn't|doesn't|hasn't>are|were|have|do|aren't|weren't|don't|"
        "haven't]",
        "Here they is home.",
        "Here they are home.",
    ),
    Phrase(
        "we [is|was|has|does|isn't|wasn't|doesn't|hasn't>are|were|have|do|aren't|weren't|don't|"
        "haven't]",
        "Here we is home.",
        "Here we are home.",
        not_after="what of",
    ),
    Phrase(
        "he|she|it [don't|haven't|are>doesn't|hasn't|is]",
        "Today it don't rain.",
        "Today it doesn't rain.",
        unless=(
            "if wish of in with like for to and or by on as from about , than between "
            "around behind within at what why"
        ),
    ),
    Phrase(
        "^ it|he|she [allow|require|mean|seem|make|provide|contain|depend|enable|appear|happen|"
        "need|help|give|take|want|come|work|include|look|become|support|use>allows|requires|"
        "means|seems|makes|provides|contains|depends|enables|appears|happens|needs|helps|gives|"
        "takes|wants|comes|works|includes|looks|becomes|supports|uses] "
        "!not|only|never|hardly|scarcely|barely|but|be",
        "It allow them to go.",
        "It allows them to go.",
    ),
    Phrase(
        "^ this [allow|require|mean|seem|make|provide|contain|depend|enable|appear|happen|give|"
        "become|ensure>allows|requires|means|seems|makes|provides|contains|depends|enables|"
        "appears|happens|gives|becomes|ensures]",
        "This allow them to go.",
        "This allows them to go.",
    ),
    Phrase(
        "there [is>are] many|several|multiple|various|few|two|three|four|five|six|hundreds|"
        "thousands !a|an|of-a",
        "Then there is many rivers.",
        "Then there are many rivers.",
    ),
    Phrase(
        "one of the|my|our|these|those|its|their [<singular>>{}s] is|was|that|why|which|to|in|"
        "for|of|we|you|i",
        "It is one of the reason why they left.",
        "It is one of the reasons why they left.",
    ),
    Phrase(
        "several|various|these|those|numerous|multiple [<singular>>{}s] of|that|which|are|were|"
        "with|who",
        "They saw several problem with it.",
        "They saw several problems with it.",
    ),
    Phrase(
        "each|every|another [ways|files|features|users|functions|methods|problems|issues|errors|"
        "examples|reasons|tools|pages|posts|projects|steps|times|things|packages|plugins>way|"
        "file|feature|user|function|method|problem|issue|error|example|reason|tool|page|post|"
        "project|step|time|thing|package|plugin] !has|is|was|own|and",
        "We read each files.",
        "We read each file.",
    ),
    Phrase(
        "so|too|very|that|how [much>many] people|things|ways|files|features|problems|options|"
        "issues|bugs|errors|times|users|examples|pages !change|changed|have|cost|are|were|matter|"
        "like|will|can|is|could|would|improve|improved|weigh|want|need",
        "There are too much people.",
        "There are too many people.",
    ),
    Phrase(
        "[informations|softwares|furnitures|equipments|hardwares>information|software|furniture|"
        "equipment|hardware] about|on|of|is|are|to|that|for|in|and|which|from",
        "They want informations about it.",
        "They want information about it.",
    ),
    # an article too many, a word mistaken for another
    Phrase(
        "[a|an the>the / a]",
        "It is a the full story.",
        "It is the full story.",
    ),
    Phrase(
        "[the an>the / an]",
        "It is the an old story.",
        "It is the old story.",
    ),
    Phrase(
        "[a|an my|your|his|our|their>{}]",
        "It is an your book.",
        "It is your book.",
    ),
    Phrase(
        "[an>and] then|you|they|we|he|she|its|their|your|our|my|his|to|with|from|by|these|those|"
        "have|has|will",
        "They came an they left.",
        "They came and they left.",
    ),
    Phrase(
        "[the>they / there] are|were|had|has|have|did|do|does|don't|didn't|doesn't|aren't|"
        "weren't !all|nots|s",
        "We know the are here.",
        "We know they are here.",
    ),
    Phrase(
        "^ [if>it / if it] is|has|was|does|will|would|can|should !not",
        "If is raining.",
        "If it is raining.",
    ),
    Phrase(
        "we|they [where>were] not|going|able|all|also|still|trying|using|the|a|in|looking|"
        "working|very|already|so|being",
        "Here we where all safe.",
        "Here we were all safe.",
    ),
    Phrase(
        "is|are|was|can|could|do|does|has [sometime>sometimes]",
        "It is sometime hot.",
        "It is sometimes hot.",
    ),
    Phrase(
        "in real [live>life] $",
        "It is so in real live.",
        "It is so in real life.",
    ),
    Phrase(
        "[close source>closed source]",
        "It is close source.",
        "It is closed source.",
    ),
    Phrase(
        "[old fashion>old-fashioned] way|style",
        "It is the old fashion way.",
        "It is the old-fashioned way.",
    ),
    Phrase(
        "for [sell>sale] $",
        "It is for sell.",
        "It is for sale.",
    ),
    Phrase(
        "[if's and but's | if's or but's | do's and don't's>ifs and buts|ifs or buts|dos and "
        "don'ts]",
        "No if's and but's now.",
        "No ifs and buts now.",
    ),
    # one letter off: small words
    Phrase(
        "way|step|goal|idea|solution|answer|approach|option|thing [it|if>is] to <any-verb>|be|do|"
        "have",
        "The best way it to create it.",
        "The best way is to create it.",
    ),
    Phrase(
        "there [if|it>is] a|an|no|not|nothing",
        "Then there if no way.",
        "Then there is no way.",
        not_after="is are was get go from put out over up here",
    ),
    Phrase(
        "[if>it / if it] would|does|has|was|is|isn't|doesn't|hasn't|wasn't",
        "They think if would rain.",
        "They ask if it would rain.",
        not_after="an the every each else nested first second or and",
    ),
    Phrase(
        "^ this|that [it>is] a|an|the|not|because|where|how|what|why",
        "This it a test.",
        "This is a test.",
    ),
    Phrase(
        "is|as|was|such|be|has [and>an] example|important|excellent|error|issue|object|"
        "alternative|array|integer|interesting|option|optional|existing|additional|image|element|"
        "instance|item|empty|app|attempt|attribute|index|effort|account|environment|extension|"
        "idea|easy|opportunity|integral|essential",
        "It is and example of it.",
        "It is an example of it.",
    ),
    Phrase(
        "keep|keeping|keeps|bring|brought [the>them] up to",
        "They keep the up to date.",
        "They keep the update.",
    ),
    Phrase(
        "[they>the] same|following|other|latest|current|user",
        "We saw they same thing.",
        "We saw the same thing.",
    ),
    Phrase(
        "rather|bigger|smaller|larger|faster|slower|higher|lower|longer|shorter|older|newer|"
        "greater [that>than] a|an|the|this|what|any|before|expected|using|it|just|in|one|two",
        "It is larger that the last.",
        "It is larger than that.",
        unless="so such",
    ),
    Phrase(
        "one|two [of>or] more",
        "It has one of more parts.",
        "It has one or more parts.",
    ),
    Phrase(
        "whether [of>or] not",
        "We ask whether of not it rains.",
        "We ask whether or not it rains.",
    ),
    Phrase(
        "will|does|do|did|should|could|would [no>not] be|have|work|need|support|<verb>",
        "It will no be long.",
        "It will no longer be.",
    ),
    Phrase(
        "is|are|was|also|well|better|best|been [know>known] as|for|to|issue|issues",
        "It is also know as rain.",
        "It is also known as rain.",
    ),
    Phrase(
        "[know>known] issues|bugs|limitations|vulnerabilities",
        "There are know issues with it.",
        "There are known issues with it.",
    ),
    Phrase(
        "daily|weekly|regular|monthly|case [bases>basis]",
        "They meet on a daily bases.",
        "They meet on a daily basis.",
    ),
    Phrase(
        "^ [were>we're] going|excited|happy|looking|pleased|proud|glad|thrilled to|at|for|with|"
        "that",
        "Were going to win.",
        "We're going to win.",
    ),
    Phrase(
        "^ [well>we'll] be|need|start|create|use|cover|look",
        "Well be there soon.",
        "Well, be there soon.",
    ),
    Phrase(
        "^ [ill>i'll] be|use|show|try|start|explain|go",
        "Ill be there soon.",
        "I'll be there soon.",
    ),
    Phrase(
        "^ [hear>here] is|are",
        "Hear is the news.",
        "Here is the news.",
    ),
    Phrase(
        "of|with|for|from|to|by|on [out>our] own|team|users|community|website|customers|blog|"
        "company|product|work|readers",
        "They came with out team.",
        "They came with our team.",
    ),
    Phrase(
        "turns|turned|figure|figured|check|find|found|point|pointed [our>out] that|to|the|how|"
        "what|if|why",
        "It turns our to be true.",
        "It turns out to be true.",
    ),
    Phrase(
        "ensure|ensures|note|means|sure [than>that] the|this|it|you|we|they|your|all",
        "We ensure than it works.",
        "We are more than sure that it works.",
        not_after="more less",
    ),
    Phrase(
        "it|this|which|you|we|they|there [with|well>will] be|have",
        "Here it with be fine.",
        "Here it will be fine.",
        unless="may might can could would",
    ),
    Phrase(
        "go|going|goes|went|gone|loop|iterate|walk|browse|look|scroll|pass|passed|passing|"
        "running|step [though|thought|trough|threw>through] the|a|all|each|every|your|this|our|"
        "these|them|several",
        "They went though the gate.",
        "They went through the gate.",
    ),
    Phrase(
        "[thorough>through] the|our|your|its|these",
        "They came thorough the gate.",
        "They came through the gate.",
    ),
    Phrase(
        "most|more|very|a [through>thorough] review|way|test|testing|analysis|investigation|"
        "explanation|understanding|look|discussion|overview",
        "It is a through review.",
        "It is a thorough review.",
    ),
    Phrase(
        "even [thought>though] the|it|you|we|they|this|there|i|some",
        "They left, even thought it rained.",
        "They left, even though it rained.",
        not_after="i we he she they who you never not",
    ),
    Phrase(
        "more than [ones>once]",
        "It rained more than ones.",
        "It rained more than once.",
    ),
    Phrase(
        "[once>one] of the|these|those|our|my|its",
        "It is once of the best.",
        "It is one of the best.",
    ),
    Phrase(
        "[one>on] the other hand|side",
        "It is, one the other hand, true.",
        "It is, on the other hand, true.",
    ),
    Phrase(
        "[it self>itself]",
        "The car it self is old.",
        "The car itself is old.",
    ),
    Phrase(
        "[year's|day's|week's|month's|hour's|minute's|decade's>years|days|weeks|months|hours|"
        "minutes|decades] ago|old|later",
        "It rained two year's ago.",
        "It rained two years ago.",
    ),
    Phrase(
        "[get's|make's|mean's|come's|hold's|want's|seem's|know's|tell's|keep's|need's|"
        "become's>gets|makes|means|comes|holds|wants|seems|knows|tells|keeps|needs|becomes] a|an|"
        "the|to|you|it|in|on|me|us|up|more|that|true|your|for|called|out|all|sure|from|with|very",
        "It get's the best of us.",
        "It gets the best of us.",
    ),
    # more wrong forms of a verb
    Phrase(
        "<modal> [<verbing>>{base} / be {}]",
        "It can creating a file.",
        "It can be creating a file.",
        unless="what how why who where",
        not_after="^ the a tin this that an his her their my our your of",
    ),
    Phrase(
        "have|has|had|need|needs|needed|want|wants|able|going|order|possible|easy|how|ability|"
        "trying to [<any-verbed>>{base} / be {}]",
        "They need to created it.",
        "They need to create it.",
    ),
    Phrase(
        "have|has|had|need|needs|needed|want|wants|able|order|possible|easy|ability|trying to "
        "[<verbing>>{base}]",
        "They need to creating it.",
        "They need to create it.",
    ),
    Phrase(
        "is|are|was|were [use>used] to <any-verb>|be",
        "It is use to create it.",
        "It is used to create it.",
    ),
    Phrase(
        "^ the|this|each <subject> [<verb>>{third}]",
        "The compiler ensure it.",
        "The compiler ensures it.",
    ),
    Phrase(
        "if|when|because|since|until|once|where the|this|a|your <subject> [<verb>>{third}]",
        "It rains when the compiler ensure it.",
        "It rains when the compiler ensures it.",
    ),
    Phrase(
        "[this>these] things|ways|methods|people|components|libraries|elements|variables|"
        "parameters|arguments|problems|websites|developers|examples|tools|items|rules|details|"
        "reasons|differences|companies|countries of|that|which|are|were|in|for|with|from|and|to|"
        "can|will|have",
        "We like this things that fly.",
        "We like these things that fly.",
    ),
    *LOOKALIKES,
    *GRAMMAR_SLIPS,
)


@lru_cache(maxsize=1)
def table() -> PhraseTable:
    """The rows, ready to be looked up; made when the first post is read."""
    made_of, *pairs = json.loads(PAIRS_FILE.read_bytes())
    # Where rows are new since the file was made, their pairs are worked out anew.
    return PhraseTable(ROWS, Pairs(*pairs) if made_of == checksum() else rarest_pairs(ROWS))


def checksum() -> int:
    """Changes with the patterns of the rows and what their classes of words are."""
    return crc32("\n".join((*(row.pattern for row in ROWS), *CLASSES.values())).encode())
