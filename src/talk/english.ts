import type { Vocabulary } from "./vocabulary.ts";

/** What English-speaking people say to a support desk when it has helped, or has not. */
export const ENGLISH: Vocabulary = {
  thanks: `
    thanks · thank you · thank u · thx · thnx · thanx · tnx · thks · ty · tysm · tyvm · tyty · tks · cheers · ta · many thanks · much appreciated · appreciate it ·
    appreciate that · appreciate you · appreciate your · appreciate the · i appreciate · really appreciate · appreciated · appreciative · grateful · gratitude ·
    thankful · kudos · bless you · cant thank you enough · cannot thank you enough · owe you one · i owe you · props to · shout out to · thankyou · thanks again ·
    thank you again · thanks anyway`,
  courtesy: `
    ok · okay · okey · okie · okie dokie · okidoki · kk · k · oki · okay then · ok then · ok so · alright · all right · alrighty · aight · right · cool · sweet · nice ·
    nice one · neat · great · perfect · perfecto · awesome · excellent · wonderful · brilliant · fantastic · amazing · lovely · superb · super · splendid · legend ·
    legends · lifesaver · life saver · you rock · youre the best · you are the best · ur the best · the best · you guys are the best · youre awesome · you are awesome ·
    youre a star · star · champ · hero · gg · ggs · gg wp · wp · pog · poggers · lets go · lit · bet · say less · w · ez · dope · sick · got it · gotcha · gotchu ·
    understood · noted · roger · roger that · copy · copy that · will do · makes sense · fair enough · sounds good · sounds great · good to know · i see · ah i see ·
    sure · sure thing · fine · yes · yep · yup · yeah · ya · yea · yess · yay · yes please dont worry · bye · bye bye · byebye · goodbye · good bye · cya · see ya ·
    see you · see you later · see you soon · see you around · later · laters · ttyl · talk soon · talk to you soon · take care · tc · have a good one ·
    have a great one · have a nice day · have a good day · have a great day · have a lovely day · have a nice weekend · have a good weekend · have a great weekend ·
    have a lovely weekend · have a good evening · have a nice evening · have a lovely evening · have a good night · have a great week · have a good week ·
    have a good rest of your day · enjoy your weekend · enjoy your day · enjoy the rest of your day · nice weekend · good night · goodnight · gn · good evening to you ·
    good day to you · happy friday · happy holidays · happy new year · merry christmas · all the best · best · br · you too · u too · same to you · and you too ·
    likewise · welcome · youre welcome · you are welcome · np · no prob · no probs · no problem · no problem at all · no worries · nw · not a problem · dont worry ·
    no need to apologize · no need to apologise · no hard feelings · anytime · my pleasure · pleasure · its ok · its okay · its fine · thats ok · thats okay ·
    thats fine · never mind · nevermind · nvm · no thanks · no thank you · nope thanks · no im good · no im fine · im good · im all good · im fine · nothing else ·
    nothing more · thats all · thats it · that is all · that is it · that will be all · thatll be all · that was all · thats everything · that was everything ·
    thats all i needed · that is all i needed · all i needed · thats what i needed · that was what i needed · exactly what i needed · just what i needed ·
    no further questions · no more questions · no other questions · no questions · nothing further · no need · no rush · no rush at all · all clear · clear now ·
    crystal clear · lol · haha · hahaha · hehe · lmao · xd · rofl · phew · wow · woah · whoa · woohoo · woo · yippee · hooray · hurray · oh · ah · aha · ahh · ooh ·
    oof · hm · mm · mhm · uh · um · well · wonderful news · great news · good news · good job · great job · nice job · well done · good work · great work · nice work ·
    bravo · magic · like magic · brill · ace · spot on · top notch · 10x · smashing · beautiful · bingo · cheerio · tata · adios · ciao · peace · peace out · god bless ·
    god bless you · blessings · hugs · big hug · xoxo · xx · xxx · that helps · that helped · that helps a lot · that helped a lot · that was helpful · very helpful ·
    so helpful · super helpful · really helpful · extremely helpful · most helpful · helpful · that was quick · that was fast · that was easy · kind help · saved my day · made my day · you saved me ·
    you saved my life · you saved my weekend · glad to hear · good to hear · great to hear · sorry for the trouble · sorry to bother · sorry to bother you ·
    sorry for bothering · sorry for bothering you · sorry my bad · my bad · my mistake · my fault · user error · sorry for the confusion · sorry for the noise ·
    sorry about that · sorry for the inconvenience · i will let you know if · ill let you know if · let you know if · will let you know · ill let you know ·
    i will try that · ill try that · will try · i will try it · ill try it · ill give it a try · ill give it a go · will give it a go · i will test it ·
    ill check it out · will check it out · ill check · ill take a look · will have a look · will take a look · ill have a look · ill keep an eye · will keep an eye ·
    ill reach out if · will reach out if · ill be back if · will come back if · ill get back to you if · i can wait · ill wait · i will wait · will wait · im happy ·
    happy now · happy · pleased · delighted · glad · relieved · satisfied · much better · better now · thats better · that is better · im impressed · impressive`,
  solved: `
    works · it works · works now · it works now · working now · is working now · its working now · its working · it is working · working again · works again ·
    works fine · works fine now · works great · works perfectly · working perfectly · working fine · working great · works like a charm · worked like a charm ·
    works well · works a treat · worked a treat · it worked · that worked · this worked · worked · worked perfectly · all working · all working now · everything works ·
    everything works now · everything is working · everythings working · everything is working again · up and running · up and running again · back online · back up ·
    back to normal · running again · running smoothly · fixed · fixed it · its fixed · it is fixed · is fixed · got fixed · all fixed · fixed now · that fixed it ·
    this fixed it · solved · solved it · its solved · all solved · that solved it · that solved the problem · this solved · problem solved · issue solved ·
    issue resolved · problem resolved · issue fixed · problem fixed · resolved · its resolved · all resolved · sorted · all sorted · sorted now · its sorted ·
    sorted it · did the trick · that did it · did the job · all good · its all good · all good now · were good · we are good · we good · were all good · good now ·
    we are all set · im all set · all set · good to go · were good to go · done · all done · its done · found it · i found it · got in · im in · i am in ·
    i can log in now · i can login now · can log in now · logged in · i could log in · able to log in · i got it · i got the email · i got the mail · got the email ·
    i received it · received it · received · received the refund · got my refund · refund arrived · refund came through · the refund has arrived · it arrived ·
    has arrived · arrived today · it came through · came through · it went through · went through · package arrived · just arrived · its there now · it is there now ·
    is there now · i see it now · i can see it now · can see it now · it shows up now · shows up now · its gone · is gone now · error is gone · problem is gone ·
    issue is gone · the error is gone · the problem is gone · the issue is gone · went away · has gone away · disappeared · error disappeared · no longer ·
    not anymore broken · isnt broken anymore · not broken anymore · not happening anymore · no more problems · no more problem · no more errors · no more error ·
    no more issues · no more crashes · no more trouble · no problems · no problems anymore · no problems now · no issues · no issues anymore · no issues now ·
    no issues so far · no errors · no errors anymore · no errors now · without problems · without any problems · without issues · without any issues ·
    without a problem · without errors · without a hitch · no longer a problem · no longer an issue · no longer broken · no longer an error · doesnt crash anymore ·
    doesnt happen anymore · not crashing anymore · hasnt happened since · hasnt crashed since · havent had any · nothing wrong · nothing is wrong · nothings wrong ·
    nothing broken · never been better · cant complain · no complaints · answered my question · that answers my question · that answered my question ·
    answers my question · question answered · my question is answered · i figured it out · figured it out · figured out · i managed · managed it · as expected ·
    like before · as it should · the way it should · finally works · finally working · closing this · closing the ticket · close this · close the ticket ·
    close this ticket · close my ticket · you can close · can be closed · please close the ticket · please close this ticket · please close this · can close · close it ·
    feel free to close · confirmed working · not broken any more · it was just · was just the · turned out · turns out it was · was my own fault · was my fault ·
    was my mistake · was on my side · was on my end · my bad · my mistake · had caps lock on · sorry my mistake · all gone · error went away · went away after ·
    after clearing · clearing the cache · restarting fixed · reboot fixed · a restart fixed · restart helped · came through now · came today · are here now ·
    is here now · showing up now · visible now · loads now · opens now · lets me in · let me in · not missing anymore · found them · never mind found it · nvm found it ·
    nvm got it · nvm fixed · no longer needed · not needed anymore · not relevant anymore · stopped happening · no longer happens · problem went away · cleared up ·
    all cleared up · that clears · clears it up · clears that up · cleared that up · can log in · i can log in again · can login · can log in again · can get in`,
  filler: `
    a · an · the · so · very · much · really · truly · that · this · it · its · is · was · are · were · be · been · i · im · me · my · you · your · yours · u · ur ·
    youre · we · us · our · they · them · he · she · his · her · for · to · of · in · on · at · with · by · from · all · both · everyone · everybody · team · guys ·
    folks · mate · mates · man · bro · dude · buddy · pal · friend · friends · sir · madam · maam · lads · people · dear · honey · love you · support · helping ·
    assistance · helped · service · time · patience · patient · kindness · effort · efforts · efficient · quick · quickly · fast · prompt · promptly · speedy · swift ·
    lot · lots · bunch · ton · tons · million · heaps · bit · again · once · now · today · tonight · tomorrow · yesterday · too · also · as · well · just · indeed ·
    definitely · absolutely · totally · completely · certainly · everything · day · days · night · weekend · week · evening · morning · afternoon · rest · year · one ·
    good · here · there · have · has · had · do · did · does · if · when · again soon · my end · our end · your end · side · after · before · since · update · reply ·
    answer · answers · info · information · explanation · explaining · tip · tips · hint · advice · guidance · clarification · solution · fix · link · looking into ·
    sorting · getting back · how it goes · goes · more · else · out · up · ll · will · would · can · could · kind · kindly · sweetie · btw · anyway · anyways · though ·
    tho · tbh · imo · actually · finally · like · hey · hi · hello there · pls dont · next · whole · big · huge · warm · warmly · sincere · heart · bottom ·
    best support · happen · happens · needed · need anything · anything · something · comes · come · go · went · going · way · over · am · pm · minute · minutes ·
    second · seconds · sec · hour · hours · your help · the help · all your help · all the help · for helping · for the help · the great help · your great help ·
    great help · with your help · kind help · of help · of great help · of your help · your fast help · monday · tuesday · wednesday · thursday · friday · saturday ·
    sunday · confirmed · my side · this side · caps lock · head of operations · i had · is it then · just the · oh well · for me · with that · with this`,
  ask: `
    can you · can u · can we · can i · can someone · can somebody · can anyone · can anybody · can it · can this · can that · could you · could u · could i · could we ·
    could someone · could somebody · would you · would it be · would it · would like to · id like to · i would like · we would like · id like · will you · will it ·
    will i · will this · will that · will there · will the · do you · do u · do i · do we · did you · did u · does it · does this · does that · does the ·
    is it possible · is it ok if · is it normal · is it still · is there · are there · is this · is that · isnt there · are you · are u · r u · am i · have you ·
    has anyone · has anybody · has somebody · has someone · has my · has the · has it been · shall i · should i · should we · should it · may i · might i · mind if ·
    would u · wouldnt it · isnt it supposed · arent you · what is · whats · what are · what about · what do · what does · what did · what should · what if ·
    what happens · what happened · what next · what now · what time · what kind · what exactly · what for · what the · what was · what will · wat · whut · wheres ·
    where is · where are · where do · where can · when is · when will · when can · when do · when does · whys · why is · why does · why did · why do · whos · who do ·
    who can · how do · how can · how to · how come · how about · how long · how much · how many · how does · how is · hows that · how often · how soon · how am i ·
    how are you going · whens · any update · any updates · any news · any idea · any ideas · any eta · eta · any progress · anything new · status update · update on ·
    following up · follow up · pinging · pls · plz · plse · plss · kindly check · kindly send · kindly confirm · kindly look · let me know · lmk · tell me · send me ·
    send it · send us · give me · show me · get back to me · call me · ring me · phone me · email me · contact me · reach out to me · write me back · reply to me ·
    reply asap · answer me · help me · help us · help needed · need help · need your help · needs help · need some help · need a hand · need assistance · assist me ·
    check again · look again · try again please · look into it · look into this · fix it · fix this · unsubscribe me · delete my · remove my · remove me ·
    close my account · change my · update my · reset my · send again · refund me · want a refund · want my money · my money back · reopen · re open · open again ·
    reopen this · speak to · speak with · talk to a · talk to someone · talk to somebody · talk with · to a human · real person · real human · a human · your manager ·
    a manager · your supervisor · your boss · someone else to · i need · we need · i still need · need to know · need it · need this · need that · need another ·
    need more · need a · need an · need the · need my · needs to be · i want · i want to · i wanted to ask · wanted to ask · want to know · would love to know ·
    i was wondering · i wonder · wonder if · im curious · im not sure · i am not sure · not sure · unsure · not sure if · not sure how · not clear · unclear to me ·
    dont understand · do not understand · didnt understand · dont get it · i dont get · dont know · do not know · dunno · idk · no idea · no clue · not following ·
    confused about · im confused · i am confused · im lost · im stuck · i am stuck · lost here · another question · another thing · another problem · another issue ·
    another one · one question · one more · one last · one other · one quick · quick question · quick one · a question · more question · more questions ·
    follow up question · i have a · i have another · i also have · got a question · got another · got one more · new question · different question · separate question ·
    last question · last thing · something else · anything else i · and also · also the · also my · also i · also can · also could · also what · also how · oh and ·
    and what about · and what · and where · and how · and when · and why · and the · and my · and is · and can · what abt · regarding · concerning · about my ·
    about the · on another note · by the way my · wait wait · wait a · hold on · hang on · hold up · one sec · one moment · just a moment · not so fast · only problem ·
    only issue · unfortunately · sadly · sorry but · actually no · actually not · actually it · actually i · actually wait · no it · no i · no that · no not · no its ·
    not yet · not really · not quite · not exactly · not fully · not entirely · not completely · not done · not solved · not resolved · not fixed · not sorted ·
    not finished · not good · not ok · not okay · not correct · not right · not true · not the same · not what · not helpful · not enough · thats wrong · that is wrong ·
    im not done · we are not · were not · im waiting · i am waiting · we are waiting · were waiting · waiting · still waiting · waiting for · awaiting ·
    looking forward to hearing · look forward to hearing · look forward to your · hear from you · hear back · hearing from you · as soon as possible · asap · urgent ·
    urgently · emergency · immediately · right away · right now please · deadline · by tomorrow · by friday · by monday · by today · anyone · anybody · anyone there ·
    anybody there · anyone here · someone there · somebody there · you there · u there · r u there · still there · are you still there · hello is · hellooo · helloo ·
    hellow · yoo hoo · knock knock · sos · help pls · how do i · suppose to · supposed to · heres · here is the · here is my · here are · see attached · see screenshot ·
    i attached · i have attached · ive attached · my order is · my order number · order number · ticket number · my email is · my number is · my address is ·
    my username is · my id is · my account number · i just sent · i sent · i sent you · i have sent · ive sent · resent · i will send · whenever you can ·
    when you get a chance · when you have time · when you have a minute · at your earliest · could use some · let us know · keep me posted · keep me updated ·
    keep us posted · waiting on · chance to · get a chance · had a chance · forgot to ask · forgot to mention · forgot to say · i forgot · also forgot · meant to ask ·
    just checking · just checking in · checking in · checking on · just wanted to check · want to check · to check whether · to check if · to make sure ·
    just to confirm · to clarify · can not · how r u · lost my · ^please · please check · please send · please help · please fix · please look · please tell ·
    please confirm · please advise · please call · please let · please do · please can · please give · please respond · please reply · please change · please cancel ·
    please remove · please reopen · please resend · please contact · please escalate · please update · please delete · please close my · please explain · pls check ·
    pls help · pls fix · pls send · pls reply · send please · check please · help please · again please · asap please · now please · ^wait · ^which · ^when · ^where ·
    ^who · ^why · ^how · ^what · ^whom · ^whose · ^help · ^question · ^questions · ^stuck · ^confirm · ^respond · ^update · ^wondering · ^curious · ^cancel · ^ping ·
    ^poke · ^attached · ^attachment · ^forgot · ^screenshot · ^resend · ^escalate · ^advise · ^bump · is anyone · is anybody · is someone · is somebody · anyone still ·
    can you please · could you please · would you please · cud you · wud you · your help with · i need help · help with my · help with the · help on · still need ·
    been waiting · have been waiting · ive been waiting · waiting since · need answers · need an answer · who should i · who do i · tell me how · tell me why ·
    tell me when · tell me what · show me how · explain · explain how · a refund · need a refund · want to cancel · want a · what to do · what do i do · which one ·
    get this fixed · get it fixed · get someone · have someone · someone call · someone look · someone help · somebody look · somebody help · call me back · reach me ·
    reach me at · contact me at · callback · call back · look at it again · have another look · another look · take another look · recheck · re check · double check ·
    try again · before i · one small thing · small thing · quick thing · separate thing · different thing · second thing · next question · by when · until when ·
    since when · for how long · does anyone · does anybody · do we know · did anyone · did anybody · did someone · can i get · may i have · could i have · could i get ·
    can i have · let me ask · may i ask · can i ask · want to ask · like to ask · like to know · need to ask · still want · also need · also want · i also need ·
    while i have you · while youre at it · while you are at it · since youre here · not solved yet · still open · reopen the · keep it open · dont close · do not close ·
    please dont close · leave it open · leave it open please`,
  trouble: `
    still · still not · still no · stil · stll · doesnt work · does not work · dosent work · doesnt wrk · doesn work · dont work · do not work · didnt work ·
    did not work · didnt help · did not help · doesnt help · does not help · didnt fix · did not fix · didnt solve · did not solve · doesnt fix · wont work ·
    isnt working · is not working · aint working · not working · not workin · no working · nothing works · nothing worked · nothing changed · nothing happens ·
    nothing happened · nothing is · nothing loads · no change · no difference · no luck · no success · no dice · no joy · no good · no use · didnt change ·
    hasnt changed · no response · no reply · no answer · nobody has · no email · no mail · no refund · no package · no access · no sound · never arrived · never came ·
    never got · never received · never heard · havent received · have not received · havent gotten · havent got · havent heard · have not heard · hasnt arrived ·
    has not arrived · hasnt come · hasnt been · has not been · havent been · didnt arrive · did not arrive · didnt come · didnt get · did not get · didnt receive ·
    did not receive · dont see · do not see · dont have · cant see · cannot see · dont find · cant find · cannot find · couldnt find · not able · im not able ·
    wasnt able · no way to · keeps · keep getting · keeps happening · keep having · i keep · it keeps · continues · came back · is back · its back · it is back ·
    back again · again broken · happening again · happened again · it happened again · happens again · crashed again · failed again · broke again · broken again ·
    down again · stopped working · stops working · quit working · same problem · same issue · same error · same thing · same story · same result · same again ·
    same here · even worse · getting worse · got worse · does nothing · do nothing · wrong again · was charged · got charged · charged me · charged twice ·
    double charged · overcharged · billed twice · billed me · still missing · disappeared from · vanished · is empty · is blank · is crashing · is failing · throws ·
    gives me · gives an · gives error · it says · shows error · shows an · locked out · im locked · i am locked · kicked out · logs me out · logged out · timed out ·
    times out · timeout · wont load · doesnt load · not loading · wont open · doesnt open · not opening · wont start · doesnt start · wont let · doesnt let ·
    not letting · not showing · doesnt show · does not show · not appearing · not there · isnt there · not in my · not receiving · not received · not arrived ·
    not gotten · not getting · not responding · unresponsive · loading forever · scam · scammed · fraud · unauthorized · unauthorised · unacceptable · 404 · 500 · 403 ·
    401 · 502 · 503 · nobody answers · nobody is · nobody replies · nobody replied · nobody responds · nobody got · nobody called · nobody helps · no one is ·
    no one has · no one answers · no one replied · no one responded · cant log · cant login · cant access · cant open · cant get · cant use · cant send · cant pay ·
    cant connect · cant even · cant seem · i cant · we cant · i cannot · we cannot · still cant · wont go · wont connect · it wont · is still · are still · its still ·
    was still not · not able to · missing from · is missing from · dont have access · dont have the · never showed · never showed up · never worked · is not there ·
    is not here · is not on · is not in · is not correct · is not right · isnt on · isnt in · isnt here · not on the · not on my · not in the · not fixed · gone again ·
    out again · off again · back to not · stopped again · and now its · its gone again · worked for a · worked for an · it worked for · worked until · worked yesterday ·
    worked before`,
  fault: `
    broken · brokn · broke · error · errors · bug · bugs · buggy · issue · issues · problem · problems · problm · trouble · glitch · glitchy · fault · faulty · defect ·
    defective · damaged · crash · fail · failure · outage · downtime · delay · delayed · late · invoice · refund · payment · charge · charges · bill · billing · order ·
    package · parcel · delivery · shipment · shipping · password · login · log in · account · subscription · licence · license · email · mail · is wrong · are wrong ·
    wrong · failed · failing · fails · crashed · crashes · crashing · is missing · are missing · missing · blocked · declined · rejected · denied · expired · incorrect ·
    frozen · freezes · is broken · are broken · its broken · it broke · is down · are down · is stuck · is frozen · is gone · are gone · has gone · wont · aint · cant ·
    cannot · can not · couldnt · unable · stopped · showing · shows · says · nothing · worse · half of · only half · loop · loops · spinning · hacked · stolen · down ·
    its not · it is not · thats not · that is not · it isnt · that isnt · is not · are not · was not · isnt`,
  opinion: `
    quick help · quick reply · fast reply · quick response · fast response · prompt reply · prompt response ·
    love · loved · loving · like the · liked · likes · i like · we like · hate · hated · hates · dislike · enjoy · enjoyed · enjoying · prefer · terrible · horrible ·
    awful · bad · worst · poor · poorly · disappointed · disappointing · disappointment · frustrating · frustrated · frustration · annoying · annoyed · ridiculous ·
    joke · shame · pathetic · useless · waste · rubbish · garbage · trash · crap · sucks · sucked · suck · lousy · mediocre · meh · average · okayish · so so · decent ·
    fine product · not bad · not too bad · could be better · could be worse · could have been · should be · should have · should improve · needs work ·
    room for improvement · expensive · pricey · overpriced · cheap · price · prices · pricing · value · money · slow · slowly · sluggish · clunky · confusing ·
    complicated · complex · messy · intuitive · easy to use · user friendly · unfriendly · friendly · friendliest · rude · impolite · arrogant · unprofessional ·
    professional · courteous · polite · knowledgeable · competent · incompetent · clueless · outstanding · exceptional · stellar · flawless · solid · impressed ·
    unimpressed · recommend · would recommend · wouldnt recommend · satisfied with · unsatisfied · dissatisfied · unhappy · happy with · experience · customer service ·
    best support · best service · the best support · best company · great support · great service · great product · great app · great tool · great team · good support ·
    good service · good product · great experience · good experience · support was · service was · support is · service is · agent was · agent is · bot is · bot was ·
    the bot · app is · the app · your app · product is · the product · your product · the new · new design · new layout · new version · new update is · design · layout ·
    interface · ui · feature · features · quality · wait time · waiting time · took · took too long · takes too long · too long · way too · too slow · too many ·
    too much · too complicated · too expensive · too often · hours on · for ages · forever · weeks · months · ages · i think · i feel · i felt · i believe ·
    in my opinion · honestly · overall · in general · compared to · competitors · competitor · other companies · switching · never again · last time i · always ·
    never had · every time i · each time · wish · i wish · hope · hopefully · hoping · expected · expectations · surprised · pleasantly · thumbs up · thumbs down ·
    congrats · congratulations · keep it up · keep up · keep up the good work · well deserved · better than · worse than · pleasure to · was a pleasure ·
    pleasure dealing · pleasure working · made it easy · made it simple · attitude · tone · efficient · responsive · reliable · unreliable · trust · lost trust · loyal ·
    customer for · customer since · user since · been a customer · been using · nightmare · best tool · best app · cool software · good look · not a good look ·
    explain it to · had to explain · had to wait · had to chase · had to ask · nobody told · nobody told us · no one told · nobody warned · was broken for ·
    was down for · been down for · helpful and · patient agent · nice agent · kind agent · the agent · the guy · the lady · the woman · nice people ·
    you guys are the best support · best support ive · ive ever had · i ever had · ever had · ive ever · the best support i · expected more · expected better ·
    could do better · do better · better before · was better · used to be better · let down · letdown · flimsy · weak · underwhelming · underwhelmed · so-so · lame ·
    boring · stupid · dumb · nonsense · insane · crazy · wild · unreal · mind blowing · game changer · gamechanger · a breeze · painless · painful · pain · hassle ·
    struggle · tedious · tiring · exhausting · unacceptable · unbelievable · incredible · incredibly · insulting · patronizing · condescending · dismissive · ignored ·
    ghosted · robotic · scripted · copy paste · canned · template · automated · human touch · above and beyond · went above · extra mile · five stars · 5 stars ·
    1 star · one star · two thumbs · top tier · world class · second to none · bare minimum · disgrace · disgusted · disgusting · appalled · appalling · shocking ·
    shocked · embarrassing · laughable · hilarious · only took · took you · took 3 · three weeks · three days · cost · costs · costly · worth · worth it · worth every ·
    not worth · overkill · bloated · ugly · beautiful design · polished · smooth · smoothly · stable · unstable · snappy · laggy · lag · lags · crappy · fan of ·
    big fan · not a fan · hope you · keep improving · sad · sadly · pity · too bad · bummer · sigh · ugh · argh · grr · finally`,
  hail: `
    hello · helo · hallo · hi there · yo · hey there · hello there · good morning · good afternoon · good evening · heya · hiya · howdy · hello again · hi again ·
    hello support · hi · hey`,
  denial: `
    no · nope · nah · not · never · neither · dont · didnt · doesnt · isnt · wasnt · arent · without`,
  because: `
    because · cause · cuz · bc · since · as · for · due · thanks to · from · would · based on · but · only · just · all`,
  turn: `
    but · however · except · although`,
  closing: `
    best regards · kind regards · warm regards · regards · sincerely · yours sincerely · yours truly · best wishes · many thanks and best regards · thanks and regards ·
    cheers and best`,
  past: `
    last month · last week · last year · last time · used to · back then · back in · in the past · a year ago · months ago · weeks ago · years ago · previously ·
    at first · initially · originally · at the beginning`,
  and: `
    and · and now · and then · then · until`,
};
