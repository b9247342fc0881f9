"""More phrases of `confused-words`: a wrong small word, one that is missing, a wrong verb form."""

from typing import Final

from postlint.language.phrases import Phrase

GRAMMAR_SLIPS: Final = (
    # a wrong small word, or one missing
    Phrase(
        "superior|inferior|prior [than>to]",
        "It is superior than rain.",
        "It is superior to rain.",
    ),
    Phrase(
        "[in compare>in comparison] to|with",
        "It is cold in compare to May.",
        "It is cold in comparison to May.",
    ),
    Phrase(
        "^ [in contrary>contrary] to",
        "In contrary to rain, snow is cold.",
        "Contrary to rain, snow is cold.",
    ),
    Phrase(
        "[in other hand | by the other hand | by other hand>on the other hand|on the other hand|"
        "on the other hand]",
        "It is, in other hand, good.",
        "It is, on the other hand, good.",
    ),
    Phrase(
        "on behalf [on|off|for>of]",
        "They came on behalf on us.",
        "They came on behalf of us.",
    ),
    Phrase(
        "in accordance|compliance|conformity [to|of>with]",
        "It is in accordance to the law.",
        "It is in accordance with the law.",
    ),
    Phrase(
        "aware [about>of] the|this|that|it|how|what|any|these|our|your",
        "They are aware about the rain.",
        "They are aware of the rain.",
    ),
    Phrase(
        "as [following>follows] $",
        "The rules are as following:",
        "The rules are as follows:",
    ),
    Phrase(
        "the [follow>following] command|commands|example|examples|code|steps|link|links|options|"
        "line|lines|configuration|table|list|instructions|way|fields|things|questions|page|pages",
        "Use the follow command.",
        "Use the following command.",
    ),
    Phrase(
        "how it|this|that|they|he|she|everything|things [looks|look like>looks|look] $",
        "See how it looks like.",
        "See how it looks.",
    ),
    Phrase(
        "explain|explains|explained [me|us|him>to me|to us|to him] how|what|why|the|that|where|"
        "this|it",
        "They explained us the rules.",
        "They explained to us the rules.",
    ),
    Phrase(
        "I|we|they|you [am|are agree|disagree>agree|disagree|agree|disagree] with|that|to|on",
        "Now we are agree with them.",
        "Now we agree with them.",
    ),
    Phrase(
        "going|able|unable|supposed|ought|wants|wanted|seems|appears|tends|needs|meant|intended|"
        "expected|required|allowed|designed|considered [be>to be] <word>",
        "It seems be cold.",
        "It seems to be cold.",
        unless=("let make will would should must may might can could than what to have that"),
    ),
    Phrase(
        "are|have|has|had|here's|see|add|added|fixed|fixes|fix|use|uses|using|with|improved|"
        "cover|includes|include|remove|removed some [the>of the] <word>",
        "These are some the best.",
        "These are some of the best.",
    ),
    Phrase(
        "as|is|are|was|were|be|become|became|being|large|small|important|integral|big|key|"
        "essential part [the>of the] <word>",
        "It is part the army.",
        "It is part of the army.",
    ),
    Phrase(
        "you|thanks for [make|give|join|listen|come|take|bring|choose|contribute|participate|"
        "understand|be>making|giving|joining|listening|coming|taking|bringing|choosing|"
        "contributing|participating|understanding|being]",
        "They thank you for make it.",
        "They thank you for making it.",
        unless="what all",
    ),
    Phrase(
        "suggest|suggests|recommend|recommends [to <verb>>{ing} / that you {}]",
        "We suggest to create it.",
        "We suggest creating it.",
        unless="what which who that as all how where",
        not_after="is was are were be been being it's",
    ),
    Phrase(
        "[be>by] default $",
        "It is so be default.",
        "It is so by default.",
        not_after="not to will should would can could may might must it",
    ),
    Phrase(
        "as [wells>well] as",
        "They saw rain as wells as snow.",
        "They saw rain as well as snow.",
    ),
    Phrase(
        "such [us>as] the|a|an|this|that|those|these|when",
        "They saw beasts such us the lion.",
        "They saw beasts such as the lion.",
    ),
    # the wrong form of a verb
    Phrase(
        "does|did it|he|she|this|that|anyone|everyone|someone|they|you|we|i [works|needs|has|"
        "wants|looks|goes|makes|takes|gives|gets|comes|means|happens|does|matters|helps|uses|"
        "runs|seems|says|costs|exists|know's>work|need|have|want|look|go|make|take|give|get|come|"
        "mean|happen|do|matter|help|use|run|seem|say|cost|exist|know]",
        "Why does it works so?",
        "Why does it work so?",
        not_after="as it he she than they this that",
    ),
    Phrase(
        "why|how|what|when|where did i|you|he|she|we|they|it [saw|went|came|took|made|got|gave|"
        "knew|thought|told|said|wrote|broke|chose|became|began|had>see|go|come|take|make|get|"
        "give|know|think|tell|say|write|break|choose|become|begin|have]",
        "Why did they went home?",
        "Why did they go home?",
    ),
    Phrase(
        "has|have|having|I've|we've|they've|you've|haven't|hasn't|hadn't [ran|broke|did|"
        "threw|rode|drank|froze|wore|stole|shook|sang|sank|swam|tore|hid|forgave|rang>run|broken|"
        "done|thrown|ridden|drunk|frozen|worn|stolen|shaken|sung|sunk|swum|torn|hidden|forgiven|"
        "rung] !lines|glass|hearts",
        "They have ran home.",
        "They have run home.",
    ),
    Phrase(
        "is|was|were|are|been|be [wrote|took|gave|chose|knew|drove|spoke|threw|stole|"
        "began>written|taken|given|chosen|known|driven|spoken|thrown|stolen|begun] by|in|to|with|"
        "as|from|on|over|for|at",
        "It was wrote by him.",
        "It was written by him.",
        unless="what all",
    ),
    Phrase(
        "^ you [was|has|is|does|wasn't|hasn't|isn't|doesn't>were|have|are|do|weren't|haven't|"
        "aren't|don't]",
        "You was here.",
        "You were here.",
    ),
    Phrase(
        "they|we [<any-verbs>>{base}]",
        "Here they creates rain.",
        "Here they create rain.",
        unless="what of whom who which that whose",
    ),
    Phrase(
        "they|we [needs|wants|works|looks|shows|supports|feels|costs|starts|stops|likes>need|"
        "want|work|look|show|support|feel|cost|start|stop|like]",
        "Here they wants rain.",
        "Here they want rain.",
        unless="what of whom who which that whose",
    ),
    Phrase(
        "^ people|children|women|men|developers|others [is|was|has|does|isn't|wasn't|hasn't|"
        "doesn't>are|were|have|do|aren't|weren't|haven't|don't] !magazine",
        "People is here.",
        "People are here.",
    ),
    Phrase(
        "there [is|was|isn't|wasn't>are|were|aren't|weren't] no|some|any|other|also|more|"
        "different|new <plural>",
        "Then there is some people.",
        "Then there are some people.",
    ),
    Phrase(
        "there [are|were>is|was] a|an|another <singular>",
        "Then there are a problem.",
        "Then there is a problem.",
    ),
    Phrase(
        "^ everyone|everybody|somebody|someone|nobody [are|have|don't|aren't|haven't>is|has|"
        "doesn't|isn't|hasn't]",
        "Everyone are here.",
        "Everyone is here.",
    ),
    Phrase(
        "^ he|she|it [have>has] a|an|the|been|no|to|not|some",
        "It have been cold.",
        "It has been cold.",
    ),
    Phrase(
        "[these|those>this|that] information|advice|feedback|documentation|knowledge|evidence is|"
        "was|can|will|about|to|from|has|in|and|should|may",
        "They want these information to go.",
        "They want this information to go.",
    ),
    Phrase(
        "[many>much] information|advice|evidence|knowledge|progress about|on|to|in|and|as|of|"
        "from|is|has|was|for",
        "They have many information on it.",
        "They have much information on it.",
    ),
    Phrase(
        "don't|doesn't|didn't [working|having|getting|being|knowing|seeing|making|taking>work|"
        "have|get|be|know|see|make|take]",
        "It doesn't working here.",
        "It doesn't work here.",
    ),
    Phrase(
        "has|have|had been [create|use|write|see|do|make|give|take|show|change|update|release|"
        "replace|move>created|used|written|seen|done|made|given|taken|shown|changed|updated|"
        "released|replaced|moved] by|in|to|for|with|at|on|from|as|since|and",
        "It has been use by them.",
        "It has been used by them.",
    ),
    Phrase(
        "will|can|could|should|would|must|may|might be [use|update|release|replace|store|change|"
        "show|move|need|call|help|add>used|updated|released|replaced|stored|changed|shown|moved|"
        "needed|called|helped|added] by|in|to|with|at|on|as|and|when|if|or",
        "It can be use by them.",
        "It can be used by them.",
    ),
    # to, the, a: missing or too many
    Phrase(
        "allow|allows|allowing|enable|enables|enabling [to <any-verb>|do|have|see>you to {base} "
        "/ {ing}]",
        "It allows to create it.",
        "It allows you to create it.",
        unless="what that which who",
        not_after="you we they i",
    ),
    Phrase(
        "at|in|on|with|for|from|by|to|of|has|have|using|use|uses [same>the same] time|way|place|"
        "file|directory|folder|manner|name|level|page|line|thing|order|project|repository|day|"
        "format|value|type|version|issue|problem|result|results|machine|server|kind|year|reason",
        "They left at same time.",
        "They left at the same time.",
        not_after="one",
    ),
    Phrase(
        "as [result|matter>a result|a matter] of",
        "It is cold as result of the rain.",
        "It is cold as a result of the rain.",
        not_after="be such",
    ),
    Phrase(
        "as [result>a result] $",
        "It is cold as result.",
        "It is cold as a result.",
    ),
    Phrase(
        "with [help>the help] of",
        "They won with help of rain.",
        "They won with help from us.",
    ),
    Phrase(
        "at [moment>the moment] $",
        "It is cold at moment.",
        "It is cold at the moment.",
    ),
    Phrase(
        "in [past>the past] $",
        "It was so in past.",
        "It was so in the past.",
        not_after="as",
    ),
    Phrase(
        "in|from [beginning>the beginning] of",
        "It was so from beginning of May.",
        "It was so from the beginning of May.",
    ),
    Phrase(
        "one|some of [most|best|biggest|largest|main|oldest|greatest|worst|fastest>the {}] <word>",
        "It is one of best days.",
        "It is one of the best days.",
    ),
    Phrase(
        "[the your | the our | the their | the its>your|our|their|its] own|first|last|new|"
        "current|name|data|code|team|users|site|website|project|app|server|file|files|page|"
        "application|browser|version",
        "It is the your own house.",
        "It is your own house.",
    ),
    # number
    Phrase(
        "^ the|these|those|all|our|your|some|most|many <plural>|<count-nouns> [is|was|has|does|"
        "isn't|wasn't|hasn't|doesn't>are|were|have|do|aren't|weren't|haven't|don't]",
        "The files is here.",
        "The files are here.",
    ),
    Phrase(
        "^ the|this|each|every|a|an|our|your <count-noun> [are|were|have|aren't|weren't|haven't|"
        "don't>is|was|has|isn't|wasn't|hasn't|doesn't] !to",
        "The option are here.",
        "The option is here.",
    ),
    Phrase(
        "[this>these] <plural> are|were|have|can|will|should|must|cannot",
        "Now this options are good.",
        "Now these options are good.",
        not_after=("after before since until do does did can will would avoid prevent achieve"),
    ),
    Phrase(
        "^ the|these|those|all|some|most|many|our|your|their <plural>|<count-nouns> "
        "[<verbs>>{base}]",
        "The users ensures it.",
        "The users ensure it.",
    ),
    Phrase(
        "^ the|this|each|every|a|an|our|your <singular>|<count-noun> [<verb>>{third}]",
        "This option ensure it.",
        "This option ensures it.",
    ),
    Phrase(
        "if|when|because|since|while|although|unless|until|whether|once|where the|this|each|"
        "every|a|an|your|our <count-noun> [<verb>>{third}]",
        "It rains when the user create it.",
        "It rains when the user creates it.",
    ),
    Phrase(
        "if|when|because|since|while|although|unless|until|whether|once|where the|this|each|"
        "every|a|an|your|our <count-noun> [are|have|don't|aren't|haven't>is|has|doesn't|isn't|"
        "hasn't] !to",
        "It rains when the user are here.",
        "It rains when the user is here.",
    ),
    Phrase(
        "if|when|because|since|while|although|unless|until|whether|once|where the|these|those|"
        "all|your|our|my|their <plural>|<count-nouns> [is|was|has|does|isn't|wasn't|hasn't|"
        "doesn't>are|were|have|do|aren't|weren't|haven't|don't]",
        "It rains when the users is here.",
        "It rains when the users are here.",
    ),
    Phrase(
        "if|when|because|since|while|once|until it|he|she [<verb>>{third}] "
        "!not|only|never|hardly|scarcely|barely|but|be",
        "It rains when he create it.",
        "It rains when he creates it.",
        unless="make makes let lets help helps see like",
    ),
    Phrase(
        "^ it|he|she [<verb>>{third}] !not|only|never|hardly|scarcely|barely|but|be",
        "He create it.",
        "He creates it.",
    ),
    Phrase(
        "^ <plural>|<count-nouns> [<verbs>>{base}]",
        "Users creates it.",
        "Users create it.",
    ),
    Phrase(
        "several|various|numerous|multiple|many|few|two|three|four|five|six|ten "
        "[<count-noun>>{}s] of|that|which|are|were|who|for|from|ago|later|have|will",
        "They saw many problem that came.",
        "They saw many problems that came.",
        not_after="these-",
    ),
    Phrase(
        "several|various|numerous|multiple|many|two|three|four|five|six|ten [<count-noun>>{}s] $",
        "They saw many problem.",
        "They saw many problems.",
        not_after="one phase step part type part at for grade level division tier",
    ),
    Phrase(
        "one of the|my|our|these|those|its|their|his|her|your [<count-noun>>{}s] is|was|that|why|"
        "which|has|we|you|i|they|he|she",
        "It is one of the reader that left.",
        "It is one of the readers that left.",
    ),
    Phrase(
        "is|was|as|be|returns|creates a|an|the <singular>|<subject> that|which [<verb>>{third}]",
        "It is a function that create it.",
        "It is a function that creates it.",
        unless="of are were many some one",
    ),
    Phrase(
        "is|was [<verb>>{participle}] in|on|at|from|to|with|for|as|automatically|into|when|if|"
        "using",
        "It is create from it.",
        "It is created from it.",
        unless="what all thing things step do does did goal purpose job idea trick way",
    ),
    Phrase(
        "used|you|them|us|users|people|developers|order|ability|possible|possibility|chance|"
        "attempt|attempts|tries|try|tried|necessary|required|allowed|tool|way|ways|command|"
        "button|likely|plan|plans|designed|intended|going|how to [<any-verbed>>{base} / be {}]",
        "It is a way to created it.",
        "It is a way to create it.",
    ),
)
