import type { Vocabulary } from "./vocabulary.ts";

/** What English-speaking people say to a support desk when they want something, complain or judge. */
export const ENGLISH_WANTS: Vocabulary = {
  ask: `
    can you · can u · can we · can i · can someone · can somebody · can anyone · can anybody · can it · can this · can that · could you · could u ·
    could i · could we · could someone · could somebody · would you · would it be · would it · would like to · id like to · i would like ·
    we would like · id like · will you · will it · will i · will this · will that · will there · will the · do you · do u · do i · do we · did you ·
    did u · does it · does this · does that · does the · is it possible · is it ok if · is it normal · is it still · is there · are there · is this ·
    is that · isnt there · are you · are u · r u · am i · have you · has anyone · has anybody · has somebody · has someone · has my · has the ·
    has it been · shall i · should i · should we · should it · may i · might i · mind if · would u · wouldnt it · isnt it supposed · arent you ·
    what is · whats · what are · what about · what do · what does · what did · what should · what if · what happens · what happened · what next ·
    what now · what time · what kind · what exactly · what for · what the · what was · what will · wat · whut · wheres · where is · where are ·
    where do · where can · when is · when will · when can · when do · when does · whys · why is · why does · why did · why do · whos · who do ·
    who can · how do · how can · how to · how come · how about · how long · how much · how many · how does · how is · hows that · how often ·
    how soon · how am i · how are you going · whens · any update · any updates · any news · any idea · any ideas · any eta · eta · any progress ·
    anything new · status update · update on · following up · follow up · pinging · pls · plz · plse · plss · kindly check · kindly send ·
    kindly confirm · kindly look · let me know · lmk · tell me · send me · send it · send us · give me · show me · get back to me · call me ·
    ring me · phone me · email me · contact me · reach out to me · write me back · reply to me · reply asap · answer me · help me · help us ·
    help needed · need help · need your help · needs help · need some help · need a hand · need assistance · assist me · check again · look again ·
    try again please · look into it · look into this · fix it · fix this · unsubscribe me · delete my · remove my · remove me · close my account ·
    change my · update my · reset my · send again · refund me · want a refund · want my money · my money back · reopen · re open · open again ·
    reopen this · speak to · speak with · talk to a · talk to someone · talk to somebody · talk with · to a human · real person · real human ·
    a human · your manager · a manager · your supervisor · your boss · someone else to · i need · we need · i still need · need to know · need it ·
    need this · need that · need another · need more · need a · need an · need the · need my · needs to be · i want · i want to · i wanted to ask ·
    wanted to ask · want to know · would love to know · i was wondering · i wonder · wonder if · im curious · im not sure · i am not sure ·
    not sure · unsure · not sure if · not sure how · not clear · unclear to me · dont understand · do not understand · didnt understand ·
    dont get it · i dont get · dont know · do not know · dunno · idk · no idea · no clue · not following · confused about · im confused ·
    i am confused · im lost · im stuck · i am stuck · lost here · another question · another thing · another problem · another issue · another one ·
    one question · one more · one last · one other · one quick · quick question · quick one · a question · more question · more questions ·
    follow up question · i have a · i have another · i also have · got a question · got another · got one more · new question · different question ·
    separate question · last question · last thing · something else · anything else i · and also · also the · also my · also i · also can ·
    also could · also what · also how · oh and · and what about · and what · and where · and how · and when · and why · and the · and my · and is ·
    and can · what abt · regarding · concerning · about my · about the · on another note · by the way my · wait wait · wait a · hold on · hang on ·
    hold up · one sec · one moment · just a moment · not so fast · only problem · only issue · unfortunately · sadly · sorry but · actually no ·
    actually not · actually it · actually i · actually wait · no it · no i · no that · no not · no its · not yet · not really · not quite ·
    not exactly · not fully · not entirely · not completely · not done · not solved · not resolved · not fixed · not sorted · not finished ·
    not good · not ok · not okay · not correct · not right · not true · not the same · not what · not helpful · not enough · thats wrong ·
    that is wrong · im not done · we are not · were not · im waiting · i am waiting · we are waiting · were waiting · waiting · still waiting ·
    waiting for · awaiting · looking forward to hearing · look forward to hearing · look forward to your · hear from you · hear back ·
    hearing from you · as soon as possible · asap · urgent · urgently · emergency · immediately · right away · right now please · deadline ·
    by tomorrow · by friday · by monday · by today · anyone · anybody · anyone there · anybody there · anyone here · someone there · somebody there ·
    you there · u there · r u there · still there · are you still there · hello is · hellooo · helloo · hellow · yoo hoo · knock knock · sos ·
    help pls · how do i · suppose to · supposed to · heres · here is the · here is my · here are · see attached · see screenshot · i attached ·
    i have attached · ive attached · my order is · my order number · order number · ticket number · my email is · my number is · my address is ·
    my username is · my id is · my account number · i just sent · i sent · i sent you · i have sent · ive sent · resent · i will send ·
    whenever you can · when you get a chance · when you have time · when you have a minute · at your earliest · could use some · let us know ·
    keep me posted · keep me updated · keep us posted · waiting on · chance to · get a chance · had a chance · forgot to ask · forgot to mention ·
    forgot to say · i forgot · also forgot · meant to ask · just checking · just checking in · checking in · checking on · just wanted to check ·
    want to check · to check whether · to check if · to make sure · just to confirm · to clarify · can not · how r u · lost my · ^please ·
    please check · please send · please help · please fix · please look · please tell · please confirm · please advise · please call · please let ·
    please do · please can · please give · please respond · please reply · please change · please cancel · please remove · please reopen ·
    please resend · please contact · please escalate · please update · please delete · please close my · please explain · pls check · pls help ·
    pls fix · pls send · pls reply · send please · check please · help please · again please · asap please · now please · ^wait · ^which · ^when ·
    ^where · ^who · ^why · ^how · ^what · ^whom · ^whose · ^help · ^question · ^questions · ^stuck · ^confirm · ^respond · ^update · ^wondering ·
    ^curious · ^cancel · ^ping · ^poke · ^attached · ^attachment · ^forgot · ^screenshot · ^resend · ^escalate · ^advise · ^bump · is anyone ·
    is anybody · is someone · is somebody · anyone still · can you please · could you please · would you please · cud you · wud you ·
    your help with · i need help · help with my · help with the · help on · still need · been waiting · have been waiting · ive been waiting ·
    waiting since · need answers · need an answer · who should i · who do i · tell me how · tell me why · tell me when · tell me what · show me how ·
    explain · explain how · a refund · need a refund · want to cancel · want a · what to do · what do i do · which one · get this fixed ·
    get it fixed · get someone · have someone · someone call · someone look · someone help · somebody look · somebody help · call me back ·
    reach me · reach me at · contact me at · callback · call back · look at it again · have another look · another look · take another look ·
    recheck · re check · double check · try again · before i · one small thing · small thing · quick thing · separate thing · different thing ·
    second thing · next question · by when · until when · since when · for how long · does anyone · does anybody · do we know · did anyone ·
    did anybody · did someone · can i get · may i have · could i have · could i get · can i have · let me ask · may i ask · can i ask · want to ask ·
    like to ask · like to know · need to ask · still want · also need · also want · i also need · while i have you · while youre at it ·
    while you are at it · since youre here · not solved yet · still open · reopen the · keep it open · dont close · do not close ·
    please dont close · leave it open · leave it open please · one second · a second · a sec · sec · just a sec · one minute please · gimme a ·
    gimme a sec · brb · be right back · we would appreciate · would appreciate · id appreciate · i would appreciate · appreciate confirmation ·
    appreciate a reply · appreciate if · appreciate it if · grateful if · be grateful if · be grateful for a · would be lovely · would be great if ·
    would be nice if · would be good if · it would help if · would help if · if somebody could · if someone could · if anyone could · if you could ·
    if you can please · somebody should · someone should · someone needs to · somebody needs to · kindly · requesting · request that · we request ·
    i request · requested · ask you to · i ask you · we ask · asking for · awaiting your · we await · i await · await your · push · nudge · ping ·
    pong · bump · any1 · ne1 · u up · hello hello · remind · reminder · gentle reminder · friendly reminder · escalate · escalation · complaint ·
    file a complaint · lawyer · chargeback · consumer protection · small claims · report you · what about compensation · what of ·
    is it normal that · normal that · is it ok · is that it · are we good · which of · who handles · wheres my · how do we · how would i ·
    how might · could do with · wonder whether · wonder how · wonder why · remains the question · question remains · second item · second point ·
    the second question · other question · my other · the other issue · other issue · other problem · another matter · a different matter ·
    while i type · was typing · while i was typing · still typing · let me explain · let me check · ill check and · need access · need access to ·
    grant me · grant access · give access · add me · add my · add a · add another · add two · invite my · transfer my · move my · merge my ·
    merge the · switch me · switch my · upgrade my · downgrade · downgrade my · renew my · cancel my · cancel the · stop charging · stop billing ·
    stop sending · stop emailing · take me off · send a copy · send an · resend the · resend it · forward the · correct the · correct my ·
    correct it · replace it · replace the · exchange it · swap it · get the refund · refund the · reimburse · pay me back · give me back ·
    give it back · please do not · or not · or no · or what · yes or no`,
  trouble: `
    still · still not · still no · stil · stll · doesnt work · does not work · dosent work · doesnt wrk · doesn work · dont work · do not work ·
    didnt work · did not work · didnt help · did not help · doesnt help · does not help · didnt fix · did not fix · didnt solve · did not solve ·
    doesnt fix · wont work · isnt working · is not working · aint working · not working · not workin · no working · nothing works · nothing worked ·
    nothing changed · nothing happens · nothing happened · nothing is · nothing loads · no change · no difference · no luck · no success · no dice ·
    no joy · no good · no use · didnt change · hasnt changed · no response · no reply · no answer · nobody has · no email · no mail · no refund ·
    no package · no access · no sound · never arrived · never came · never got · never received · never heard · havent received · have not received ·
    havent gotten · havent got · havent heard · have not heard · hasnt arrived · has not arrived · hasnt come · hasnt been · has not been ·
    havent been · didnt arrive · did not arrive · didnt come · didnt get · did not get · didnt receive · did not receive · dont see · do not see ·
    dont have · cant see · cannot see · dont find · cant find · cannot find · couldnt find · not able · im not able · wasnt able · no way to ·
    keeps · keep getting · keeps happening · keep having · i keep · it keeps · continues · came back · is back · its back · it is back · back again ·
    again broken · happening again · happened again · it happened again · happens again · crashed again · failed again · broke again · broken again ·
    down again · stopped working · stops working · quit working · same problem · same issue · same error · same thing · same story · same result ·
    same again · same here · even worse · getting worse · got worse · does nothing · do nothing · wrong again · was charged · got charged ·
    charged me · charged twice · double charged · overcharged · billed twice · billed me · still missing · disappeared from · vanished · is empty ·
    is blank · is crashing · is failing · throws · gives me · gives an · gives error · it says · shows error · shows an · locked out · im locked ·
    i am locked · kicked out · logs me out · logged out · timed out · times out · timeout · wont load · doesnt load · not loading · wont open ·
    doesnt open · not opening · wont start · doesnt start · wont let · doesnt let · not letting · not showing · doesnt show · does not show ·
    not appearing · not there · isnt there · not in my · not receiving · not received · not arrived · not gotten · not getting · not responding ·
    unresponsive · loading forever · scam · scammed · fraud · unauthorized · unauthorised · unacceptable · nobody answers · nobody is ·
    nobody replies · nobody replied · nobody responds · nobody got · nobody called · nobody helps · no one is · no one has · no one answers ·
    no one replied · no one responded · cant log · cant login · cant access · cant open · cant get · cant use · cant send · cant pay · cant connect ·
    cant even · cant seem · i cant · we cant · i cannot · we cannot · still cant · wont go · wont connect · it wont · is still · are still ·
    its still · was still not · not able to · missing from · is missing from · dont have access · dont have the · never showed · never showed up ·
    never worked · is not there · is not here · is not on · is not in · is not correct · is not right · isnt on · isnt in · isnt here · not on the ·
    not on my · not in the · not fixed · gone again · out again · off again · back to not · stopped again · and now its · its gone again ·
    worked for a · worked for an · it worked for · worked until · worked yesterday · worked before · not agree · do not agree · dont agree ·
    disagree · i disagree · object to · 404s · wont sync · wont print · wont charge · wont boot · wont turn on · doesnt turn on · doesnt sync ·
    doesnt print · doesnt charge · doesnt connect · not syncing · not printing · not charging · not connecting · keeps spinning · spinning ·
    kept out · logged me out · signs me out · dead · is dead · went dead · black screen · blue screen · white screen · blank screen · blank page ·
    endless loop · in circles · stuck · got stuck · stuck at · stuck on · greyed out · grayed out · grey out · no longer works · no longer working ·
    no longer loads · no longer opens · no longer there · stopped · it stopped · quit on me · acting up · acts up · glitching · bricked ·
    now a brick · is now a brick · wrong amount · should be · the amount should · but we only have · but i only have · only have · only got ·
    only received · half is missing · one is missing · some are missing · arrived empty · arrived broken · arrived damaged · was empty · came empty ·
    were missing · was missing · remains unanswered · unanswered · remains open · remains unresolved · unresolved · still pending · pending ·
    outstanding item · outstanding invoice · was ignored · been ignored · ignored for · was not applied · not applied · not on the new ·
    not reflected · not credited · not refunded · not answered · not been answered · didnt answer · did not answer · you didnt · you did not ·
    you havent · you have not · thats not what · not what i asked · closed this while · closed it while · closed my ticket · you closed ·
    why closed · closed too early · closed too soon · prematurely · premature · too early to close · charged again · billed again · charged for ·
    still being charged · get charged · getting charged · leaks · leaking · overheats · overheating · wont stop · beeping · flickers · flickering ·
    drains · drops out · keeps dropping · cuts out · cutting out · disconnects · disconnected again · breaks again · fails again · again fails ·
    error again · again error · again not · not again · again the same · third time · second time · fourth time · for the third time ·
    for the second time · yet again · once again not · promised · you promised · was promised · were promised · colleague promised ·
    promised a callback · was supposed to · were supposed to · said he would · said she would · said they would · said you would ·
    told me you would · never called · never called back · no callback · never replied · went silent · no word · heard nothing · have heard nothing ·
    no feedback · no sign of · nowhere · doing it again · does it again · did it again · at it again · acting up again · asks me for ·
    asking me for · asks for a · wants a licence · wants me to pay · disappeared · has disappeared · have disappeared · went away · has gone ·
    is gone · are gone · spoke too soon · doesnt fit · does not fit · dont fit · doesnt match · does not match · doesnt ring · doesnt respond ·
    is missing the · missing the last · missing half · missing from the · i only got · only one of · were not · was not refunded · keeps on ·
    back to square one · same as before · nothing came · nothing has`,
  fault: `
    broken · brokn · broke · error · errors · bug · bugs · buggy · issue · issues · problem · problems · problm · trouble · glitch · glitchy ·
    fault · faulty · defect · defective · damaged · crash · fail · failure · outage · downtime · delay · delayed · late · is wrong · are wrong ·
    wrong · failed · failing · fails · crashed · crashes · crashing · is missing · are missing · missing · blocked · declined · rejected · denied ·
    expired · incorrect · frozen · freezes · is broken · are broken · its broken · it broke · is down · are down · is stuck · is frozen · wont ·
    aint · cant · cannot · can not · couldnt · unable · stopped · showing · shows · says · nothing · worse · half of · only half · loop · loops ·
    hacked · stolen · down · its not · it is not · thats not · that is not · it isnt · that isnt · is not · are not · was not · isnt · dysfunction ·
    malfunction · malfunctions · disconnects · dropouts · hiccup · hiccups · bricked · brick · interruption · interruptions · warning · warnings ·
    failures · complaint · 404 · 500 · 403 · 401 · 502 · 503`,
  opinion: `
    quick help · quick reply · fast reply · quick response · fast response · prompt reply · prompt response · love · loved · loving · like the ·
    liked · likes · i like · we like · hate · hated · hates · dislike · enjoy · enjoyed · enjoying · prefer · terrible · horrible · awful · bad ·
    worst · poor · poorly · disappointed · disappointing · disappointment · frustrating · frustrated · frustration · annoying · annoyed ·
    ridiculous · joke · shame · pathetic · useless · waste · rubbish · garbage · trash · crap · sucks · sucked · suck · lousy · mediocre · meh ·
    average · okayish · so so · decent · fine product · not bad · not too bad · could be better · could be worse · could have been · should improve ·
    needs work · room for improvement · expensive · pricey · overpriced · pricing · slow · slowly · sluggish · clunky · confusing · complicated ·
    complex · messy · intuitive · easy to use · user friendly · unfriendly · friendly · friendliest · rude · impolite · arrogant · unprofessional ·
    professional · courteous · polite · knowledgeable · competent · incompetent · clueless · outstanding · exceptional · stellar · flawless · solid ·
    impressed · unimpressed · recommend · would recommend · wouldnt recommend · satisfied with · unsatisfied · dissatisfied · unhappy · happy with ·
    experience · customer service · best support · best service · the best support · best company · great support · great service · great product ·
    great app · great tool · great team · good support · good service · good product · great experience · good experience · support was ·
    service was · support is · service is · agent was · bot is · bot was · new design · new layout · new version · new update is · wait time ·
    waiting time · took too long · takes too long · too long · way too · too slow · too many · too much · too complicated · too expensive ·
    too often · hours on · for ages · i think · i feel · i felt · i believe · in my opinion · honestly · overall · compared to · competitors ·
    competitor · other companies · switching · never again · never had · wish · i wish · expectations · surprised · pleasantly · thumbs up ·
    thumbs down · congrats · congratulations · keep it up · keep up · keep up the good work · well deserved · better than · worse than ·
    pleasure to · was a pleasure · pleasure dealing · pleasure working · made it easy · made it simple · attitude · efficient · responsive ·
    reliable · unreliable · trust · lost trust · loyal · customer for · customer since · user since · been a customer · been using · nightmare ·
    best tool · best app · cool software · good look · not a good look · explain it to · had to explain · had to wait · had to chase · had to ask ·
    nobody told · nobody told us · no one told · nobody warned · was broken for · was down for · been down for · helpful and · patient agent ·
    nice agent · kind agent · the agent · the guy · the lady · the woman · nice people · you guys are the best support · best support ive ·
    ive ever had · i ever had · ever had · ive ever · the best support i · expected more · expected better · could do better · do better ·
    better before · was better · used to be better · let down · letdown · flimsy · weak · underwhelming · underwhelmed · so-so · lame · boring ·
    stupid · dumb · nonsense · insane · crazy · wild · unreal · mind blowing · game changer · gamechanger · a breeze · painless · painful · pain ·
    hassle · struggle · tedious · tiring · exhausting · unacceptable · unbelievable · incredible · incredibly · insulting · patronizing ·
    condescending · dismissive · ghosted · robotic · scripted · copy paste · canned · human touch · above and beyond · went above · extra mile ·
    five stars · 5 stars · 1 star · one star · two thumbs · top tier · world class · second to none · bare minimum · disgrace · disgusted ·
    disgusting · appalled · appalling · shocking · shocked · embarrassing · laughable · hilarious · only took · took you · costly · worth ·
    worth it · worth every · not worth · overkill · bloated · ugly · beautiful design · polished · smooth · smoothly · stable · unstable · snappy ·
    laggy · lag · lags · crappy · fan of · big fan · not a fan · keep improving · sad · pity · too bad · bummer · sigh · ugh · argh · grr ·
    always super · always a pleasure · ages for · took ages · took forever · takes forever · took weeks · took you long · it took · took too ·
    price is · prices are · pricing is · price increase · the price · value for · good value · app is great · your app is · the app is · the bot is ·
    product is great · support always · you always · waste of money · rip off · ripoff · waited weeks · weeks to answer · weeks for · months for ·
    wait of · the wait · hold music · on hold · been ignored by · felt ignored · ever so kind · professionalism · nothing special · special ·
    amateur · amateurish · amateur hour · prefer your competitor · slaps · bangs · banger · goated · mid · ass · bussin · peak · trash tier ·
    s tier · l support · big l · app l · l app · w staff · staff w · support w · w app · w team · not good english · too small · too big · too hard ·
    too easy · too bright · too dark · too noisy · never buying · wont buy again · wouldnt buy · wont be back · wont recommend · not recommend ·
    will recommend · ill recommend · recommended · recommending · buying from you · cost me a · cost me my · delight · delightful · a joy ·
    joy to use · pleasant · unpleasant · elegant · neat fix · rough · tough · harsh · treated · treated me · treated like · listened ·
    listened to me · felt heard · heard and · dispatched · like a number · like family · like a queen · like a king · deserves · deserve · prison ·
    torture · crime · criminal · thieves · crooks · liars · clowns · circus · shambles · mess · a mess · fiasco · debacle · farce · abysmal ·
    atrocious · dreadful · dire · subpar · below par · sub par · unhelpful · hopeless · pointless · worthless · tasteless · sloppy · careless ·
    negligent · lazy · cold · warm · heartless · soulless · caring · attentive · thorough · diligent · dedicated · empathetic · empathy ·
    understanding · sympathetic · gracious · gentle · charming · witty · sharp · savvy · skilled · expert · experts · proactive · accommodating ·
    no nonsense · straightforward · hassle free · seamless · effortless · frictionless · handy · convenient · inconvenient · cumbersome · fiddly ·
    finicky · dated · outdated · old fashioned · old school · modern · sleek · clean · cluttered · crowded · noisy · gorgeous · stunning ·
    pretty good · pretty bad · kinda good · kinda bad · its alright · not great · not the best · not the worst · not impressed ·
    could have been better · better than expected · worse than expected · as good as · second rate · first rate · first class · a plus service ·
    top class · best in class · gold standard · hit and miss · hit or miss · mixed bag · mixed feelings · room to improve · to be desired ·
    leaves much · leaves a lot · much to be desired · prices went up · went up · quality didnt · cant judge · cannot judge · hard to judge ·
    hard to say · too early to say · too early to tell · no opinion · dont recommend · never recommend · recommend anything · recommend things ·
    nobody i know · no one i know · people i know · uses this · would use this · not for everyone · surveys · survey · survey again · these surveys ·
    questionnaire · not my thing · who would i recommend · highlight · no highlight · overdue · long overdue · long winded · beating around ·
    too much talk · too many steps · too many clicks · could have written · should have written · you could tell · you can tell · they try ·
    they care · you care · making an effort · make an effort · better in the past · it was better · once was better · used to be · downhill ·
    gone downhill · only used it · used it for two · to be honest i · competitor to be honest`,
  matter: `
    invoice · refund · payment · charge · charges · bill · billing · order · package · parcel · delivery · shipment · shipping · password · login ·
    log in · account · subscription · licence · license · email · mail · compensation · receipt · receipts · invoices · orders · accounts · seat ·
    seats · licences · licenses · vat · tax · discount · contract · quote · tracking · tracking number · permission · permissions · printer ·
    router · phone · laptop · tablet · screen · link · file · files · export · import · backup · amount · balance · statement · voucher · coupon ·
    credit · username · card · box · wifi · wi fi · vpn · server`,
  topic: `
    product · app · apps · software · tool · manual · instructions · guide · docs · documentation · tutorial · tutorials · search · dark mode ·
    dark theme · theme · menu · menus · dashboard · interface · ui · design · layout · feature · features · website · bot · chatbot · robot · staff ·
    agent · agents · rep · reps · representative · representatives · colleague · colleagues · employee · employees · young man · young lady · lady ·
    gentleman · guy · technician · advisor · operator · autocomplete · editor · videos · webinar · training · company · shop · store · prices ·
    pricing · emails · newsletter · hold music · queue · version · new version · new look · color · colors · fonts · font · customer support ·
    customer care · support team · onboarding · quality`,
};
