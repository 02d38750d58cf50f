import type { Vocabulary } from "./vocabulary.ts";

/** What English-speaking people say to a support desk that has helped them, and the words between. */
export const ENGLISH: Vocabulary = {
  thanks: `
    thanks · thank you · thank u · thx · thnx · thanx · tnx · thks · ty · tysm · tyvm · tyty · tks · cheers · ta · many thanks · much appreciated ·
    appreciate it · appreciate that · appreciate you · appreciate your · appreciate the · i appreciate · really appreciate · appreciated ·
    appreciative · grateful · gratitude · thankful · kudos · bless you · cant thank you enough · cannot thank you enough · owe you one · i owe you ·
    props to · shout out to · thankyou · thanks again · thank you again · thanks anyway · obliged · much obliged · tanks · thank · thansk · tenks ·
    cheers mate · thankies · thankee · thanky · tyy · appreciated it · godsend · thankful for · hats off · big thanks · huge thanks · all my thanks ·
    grazie · arigato · danke · merci · gracias · obrigado · tak · dziekuje · 10q · nuff respect · respect · got the refund ty · arigatou ·
    thank you kindly · appreciate the help`,
  courtesy: `
    ok · okay · okey · okie · okie dokie · okidoki · kk · k · oki · okay then · ok then · ok so · alright · all right · alrighty · aight · right ·
    cool · sweet · nice · nice one · neat · great · perfect · perfecto · awesome · excellent · wonderful · brilliant · fantastic · amazing · lovely ·
    superb · super · splendid · legend · legends · lifesaver · life saver · you rock · youre the best · you are the best · ur the best · the best ·
    you guys are the best · youre awesome · you are awesome · youre a star · star · champ · hero · gg · ggs · gg wp · wp · pog · poggers · lets go ·
    lit · bet · say less · w · ez · dope · sick · got it · gotcha · gotchu · understood · noted · roger · roger that · copy · copy that · will do ·
    makes sense · fair enough · sounds good · sounds great · good to know · i see · ah i see · sure · sure thing · fine · yes · yep · yup · yeah ·
    ya · yea · yess · yay · yes please dont worry · bye · bye bye · byebye · goodbye · good bye · cya · see ya · see you · see you later ·
    see you soon · see you around · later · laters · ttyl · talk soon · talk to you soon · take care · tc · have a good one · have a great one ·
    have a nice day · have a good day · have a great day · have a lovely day · have a nice weekend · have a good weekend · have a great weekend ·
    have a lovely weekend · have a good evening · have a nice evening · have a lovely evening · have a good night · have a great week ·
    have a good week · have a good rest of your day · enjoy your weekend · enjoy your day · enjoy the rest of your day · nice weekend · good night ·
    goodnight · gn · good evening to you · good day to you · happy friday · happy holidays · happy new year · merry christmas · all the best · best ·
    br · you too · u too · same to you · and you too · likewise · welcome · youre welcome · you are welcome · np · no prob · no probs · no problem ·
    no problem at all · no worries · nw · not a problem · dont worry · no need to apologize · no need to apologise · no hard feelings · anytime ·
    my pleasure · pleasure · its ok · its okay · its fine · thats ok · thats okay · thats fine · never mind · nevermind · nvm · no thanks ·
    no thank you · nope thanks · no im good · no im fine · im good · im all good · im fine · nothing else · nothing more · thats all · thats it ·
    that is all · that is it · that will be all · thatll be all · that was all · thats everything · that was everything · thats all i needed ·
    that is all i needed · all i needed · thats what i needed · that was what i needed · exactly what i needed · just what i needed ·
    no further questions · no more questions · no other questions · no questions · nothing further · no need · no rush · no rush at all · all clear ·
    clear now · crystal clear · lol · haha · hahaha · hehe · lmao · xd · rofl · phew · wow · woah · whoa · woohoo · woo · yippee · hooray · hurray ·
    oh · ah · aha · ahh · ooh · oof · hm · mm · mhm · uh · um · well · wonderful news · great news · good news · good job · great job · nice job ·
    well done · good work · great work · nice work · bravo · magic · like magic · brill · ace · spot on · top notch · 10x · smashing · beautiful ·
    bingo · cheerio · tata · adios · ciao · peace · peace out · god bless · god bless you · blessings · hugs · big hug · xoxo · xx · xxx ·
    that helps · that helped · that helps a lot · that helped a lot · that was helpful · very helpful · so helpful · super helpful · really helpful ·
    extremely helpful · most helpful · helpful · that was quick · that was fast · that was easy · kind help · saved my day · made my day ·
    you saved me · you saved my life · you saved my weekend · glad to hear · good to hear · great to hear · i will let you know if ·
    ill let you know if · let you know if · will let you know · ill let you know · i will try that · ill try that · will try · i will try it ·
    ill try it · ill give it a try · ill give it a go · will give it a go · i will test it · ill check it out · will check it out · ill check ·
    ill take a look · will have a look · will take a look · ill have a look · ill keep an eye · will keep an eye · ill reach out if ·
    will reach out if · ill be back if · will come back if · ill get back to you if · i can wait · ill wait · i will wait · will wait · im happy ·
    happy now · happy · pleased · delighted · glad · relieved · satisfied · much better · better now · thats better · that is better · im impressed ·
    impressive · yw · ywc · roger wilco · wilco · ight · ok boss · righto · right oh · right on · jolly good · ta ra · toodles · cheery bye ·
    so long · farewell · catch you later · catch ya later · have fun · nice talking · nice chatting · good talk · pleasure chatting ·
    nothing more from me · nothing more from my side · no further action needed · no further action · no action needed · no action required ·
    nothing further needed · nothing else for now · nothing else needed · nothing else today · we are happy · were happy · were fine · we are fine ·
    that works for us · that works for me · works for me · works for us · suits us · suits me · suits · that suits · fine with me · fine by me ·
    ok with me · good with me · agreed · agree · i agree · we agree · confirmed · confirmed thanks · as agreed · as discussed · noted with thanks ·
    well noted · duly noted · will do so · will forward · ill forward · ill tell · will tell my · ill pass it on · ill pass that on · chapeau ·
    rest of the day · nice to meet you · happy customer · keep well · stay safe · stay well · cheers guys · sound · grand · champion · ledge · gem ·
    youre a gem · you are a gem · diamond · angel · youre an angel · you are an angel · rockstar · rock star · goat · king · queen · w support ·
    huge w · big w · clutch · based · fire · valid · sheesh · yeet · yee · yass · yas · yasss · yippie · huzzah · okey dokey · okey doke ·
    okily dokily · okies · okkk · oke · aye · aye aye · yessir · yes sir · yes maam · 10 4 · ten four · gotit · gotchaaa · ic · i c · ah right ·
    ah ok · oh ok · oh right · oh i see · oh nice · oh wow · oh cool · oh great · oh good · makes sense now · thats clear · that is clear ·
    understood now · all understood · what a relief · such a relief · relief · thank god · thank goodness · thank heavens · finally · at last ·
    hallelujah · praise · how wonderful · how lovely · how nice · how kind · how kind of you · how sweet · how great · how thoughtful · what a star ·
    what a hero · what a legend · very kind · so kind · kind of you · nice of you · good of you · sweet of you · decent of you · awfully kind ·
    ever so kind · most kind · too kind · youre very kind · you are very kind · warmest · warm wishes · with thanks · with gratitude ·
    with appreciation · have a blessed day · blessed day · be well · lots of love · love from · yours · respectfully · faithfully ·
    yours faithfully · very truly yours · kindest · kindest regards · warmest regards · rgds · brgds · kr · mfg · if it happens again ·
    if anything comes up · if something comes up · should it happen again · in case it happens again · if it comes back · if it returns · shout if ·
    ill shout if · will shout if · holler if · give you a shout if · ill be in touch · will be in touch · be in touch · ill write again if ·
    ill message you if · i will contact you if · will contact you if · ill call if · ill call you if · i can take it from here ·
    we can take it from here · i can do the rest · much better now · ta ta · mystery solved · talk to you next time · next time ·
    same to you and the team · speak soon · speak to you soon`,
  solved: `
    works · it works · works now · it works now · working now · is working now · its working now · its working · it is working · working again ·
    works again · works fine · works fine now · works great · works perfectly · working perfectly · working fine · working great ·
    works like a charm · worked like a charm · works well · works a treat · worked a treat · it worked · that worked · this worked · worked ·
    worked perfectly · all working · all working now · everything works · everything works now · everything is working · everythings working ·
    everything is working again · up and running · up and running again · back online · back up · back to normal · running again · running smoothly ·
    fixed · fixed it · its fixed · it is fixed · is fixed · got fixed · all fixed · fixed now · that fixed it · this fixed it · solved · solved it ·
    its solved · all solved · that solved it · that solved the problem · this solved · problem solved · issue solved · issue resolved ·
    problem resolved · issue fixed · problem fixed · resolved · its resolved · all resolved · sorted · all sorted · sorted now · its sorted ·
    sorted it · did the trick · that did it · did the job · all good · its all good · all good now · were good · we are good · we good ·
    were all good · good now · we are all set · im all set · all set · good to go · were good to go · done · all done · its done · found it ·
    i found it · got in · im in · i am in · i can log in now · i can login now · can log in now · logged in · i could log in · able to log in ·
    i got it · i got the email · i got the mail · got the email · i received it · received it · received · received the refund · got my refund ·
    refund arrived · refund came through · the refund has arrived · it arrived · has arrived · arrived today · it came through · came through ·
    it went through · went through · package arrived · just arrived · its there now · it is there now · is there now · i see it now ·
    i can see it now · can see it now · it shows up now · shows up now · error is gone · problem is gone · issue is gone · the error is gone ·
    the problem is gone · the issue is gone · error disappeared · no longer · not anymore broken · isnt broken anymore · not broken anymore ·
    not happening anymore · no more problems · no more problem · no more errors · no more error · no more issues · no more crashes ·
    no more trouble · no problems · no problems anymore · no problems now · no issues · no issues anymore · no issues now · no issues so far ·
    no errors · no errors anymore · no errors now · without problems · without any problems · without issues · without any issues ·
    without a problem · without errors · without a hitch · no longer a problem · no longer an issue · no longer broken · no longer an error ·
    doesnt crash anymore · doesnt happen anymore · not crashing anymore · hasnt happened since · hasnt crashed since · havent had any ·
    nothing wrong · nothing is wrong · nothings wrong · nothing broken · never been better · cant complain · no complaints · answered my question ·
    that answers my question · that answered my question · answers my question · question answered · my question is answered · i figured it out ·
    figured it out · figured out · i managed · managed it · as expected · like before · as it should · the way it should · finally works ·
    finally working · closing this · closing the ticket · close this · close the ticket · close this ticket · close my ticket · you can close ·
    can be closed · please close the ticket · please close this ticket · please close this · can close · close it · feel free to close ·
    confirmed working · not broken any more · it was just · was just the · turned out · turns out it was · was my own fault · was my fault ·
    was my mistake · was on my side · was on my end · my bad · my mistake · had caps lock on · sorry my mistake · all gone · error went away ·
    went away after · after clearing · clearing the cache · restarting fixed · reboot fixed · a restart fixed · restart helped · came through now ·
    came today · are here now · is here now · showing up now · visible now · loads now · opens now · lets me in · let me in · not missing anymore ·
    found them · never mind found it · nvm found it · nvm got it · nvm fixed · no longer needed · not needed anymore · not relevant anymore ·
    stopped happening · no longer happens · problem went away · cleared up · all cleared up · that clears · clears it up · clears that up ·
    cleared that up · can log in · i can log in again · can login · can log in again · can get in · close this please · pls close · please close ·
    can be closed now · may be closed · you may close · go ahead and close · happy to close · ok to close · okay to close · closing it · i close ·
    ticket closed · case closed · consider it closed · consider it done · consider this closed · consider this resolved · mark as resolved ·
    mark it as resolved · mark as solved · mark it solved · marked as resolved · can print · can scan · can send · can connect · can open ·
    can play · can pay · can edit · can see them · can use it · is in order · in order now · everything is in order · all in order · all is well ·
    all is good · alls well · all well · all fine · all fine now · everything is fine · everything fine · everything ok · everythings ok ·
    everything is ok · everything good · everything is good · everything is back · all back · is back to · rings again · prints again · syncs again ·
    loads again · opens again · starts again · plays again · charges again · connects again · boots again · shows again · loading again ·
    syncing again · printing again · charging again · ringing again · connected again · green again · alive again · came back on · it came back ·
    picture is back · image is back · sound is back · signal is back · internet is back · wifi is back · screen is back · access is back ·
    works like new · good as new · like new · right as rain · smooth sailing · purrs · humming along · runs like clockwork · runs fine · runs well ·
    runs smoothly · runs perfectly · running fine · running well · synced · synced now · downloaded · downloaded fine · installed · installed fine ·
    installed now · uploaded · activated · activated now · unlocked · unlocked now · restored · restored now · reset worked · update worked ·
    updated now · both arrived · all arrived · they arrived · arrived safely · arrived this morning · arrived now · both came · delivered ·
    got delivered · got them · got both · got all · got everything · got my money · money is back · money arrived · credited · been credited ·
    refunded · has been refunded · was refunded · forgot to plug · wasnt plugged · was unplugged · not plugged in · it was unplugged ·
    was not plugged · cable was loose · was on mute · was muted · was turned off · was switched off · was in airplane mode · wrong cable · mistyped ·
    was a typo · had a typo · typed it wrong · looked in the wrong · wrong folder · in spam · in my spam · was in spam · it was in my · was in my ·
    spam folder · junk folder · it was my · it was our · was our own · our firewall · my firewall · my wifi · my router · my browser · my antivirus ·
    my vpn · my adblocker · ad blocker · my extension · browser extension · my cat · restart did it · restart did the · reboot did it ·
    after a restart · after the restart · after restart · since the restart · after reboot · since the update works · helped right away ·
    that cleared it · that sorted it · sorted itself · fixed itself · solved itself · resolved itself · resolved on our end · resolved on my end ·
    solved on our side · no longer see · dont see it anymore · havent seen it since · hasnt come back · hasnt returned · not once since ·
    zero issues · zero problems · 0 failures · no failures · no failures since · no hiccups · no crashes · no crash · nothing missing · all there ·
    is all there · they are all there · both are there · both there · all here · all present · complete now · is complete · matter closed ·
    matter resolved · matter settled · settled · all settled · is settled · taken care of · been taken care of · all taken care of ·
    has been sorted · been sorted · got it sorted · got it working · got it to work · got it fixed · got it running · its alive · it lives ·
    it runs · it runs now · it loads · it opens · it opens now · it loads now · it prints · it prints now · does now · it does now · now it does ·
    now it works · now works · now working · now i can · now it is ok · now is ok · now is good · now ok · now good · is ok now · is okay now ·
    is good now · is fine now · fine now · ok now · okay now · better than before · runs better · its not broken anymore · no trouble ·
    no trouble since · no trouble now · no trouble at all · turned up · turned up this morning · turned up today · showed up today · talks to the ·
    mystery solved · ta ta · got the refund · got a refund · got our refund · got the money · got the parcel · got the package · got the invoice ·
    got the link · got the code · got access · keep working · can keep working · can work again · back to work · message is gone · warning is gone ·
    errors are gone · its gone now thanks · warning went away · message went away · problem disappeared · warning disappeared · message disappeared ·
    bug disappeared · landed · has landed · just landed · both look right · look right · looks right · look good · looks good · look correct ·
    looks correct · are fine · are all fine · printed · came in · has come in · has come through · is in my account · is on my card · is back on ·
    are back on · booked · confirmed now · shows the right · matches now · adds up now · up to date now · refunded already · collected it ·
    picked it up · picked up`,
  filler: `
    a · an · the · so · very · much · really · truly · that · this · it · its · is · was · are · were · be · been · i · im · me · my · you · your ·
    yours · u · ur · youre · we · us · our · they · them · he · she · his · her · for · to · of · in · on · at · with · by · from · all · both ·
    everyone · everybody · team · guys · folks · mate · mates · man · bro · dude · buddy · pal · friend · friends · sir · madam · maam · lads ·
    people · dear · honey · love you · support · helping · assistance · helped · service · time · patience · patient · kindness · effort · efforts ·
    efficient · quick · quickly · fast · prompt · promptly · speedy · swift · lot · lots · bunch · ton · tons · million · heaps · bit · again ·
    once · now · today · tonight · tomorrow · yesterday · too · also · as · well · just · indeed · definitely · absolutely · totally · completely ·
    certainly · everything · day · days · night · weekend · week · evening · morning · afternoon · rest · year · one · good · here · there · have ·
    has · had · do · did · does · if · when · again soon · my end · our end · your end · side · after · before · since · update · reply · answer ·
    answers · info · information · explanation · explaining · tip · tips · hint · advice · guidance · clarification · solution · fix · link ·
    looking into · sorting · getting back · how it goes · goes · more · else · out · up · ll · will · would · can · could · kind · kindly · sweetie ·
    btw · anyway · anyways · though · tho · tbh · imo · actually · finally · like · hey · hi · hello there · pls dont · next · whole · big · huge ·
    warm · warmly · sincere · heart · bottom · best support · happen · happens · needed · need anything · anything · something · comes · come · go ·
    went · going · way · over · am · pm · minute · minutes · second · seconds · sec · hour · hours · your help · the help · all your help ·
    all the help · for helping · for the help · the great help · your great help · great help · with your help · kind help · of help ·
    of great help · of your help · your fast help · monday · tuesday · wednesday · thursday · friday · saturday · sunday · confirmed · my side ·
    this side · caps lock · head of operations · i had · is it then · just the · oh well · for me · with that · with this · for help ·
    for youre help · youre help`,
  sorry: `
    sorry my bad · my bad · my mistake · my fault · user error · sorry for the trouble · sorry to bother · sorry to bother you ·
    sorry for bothering · sorry for bothering you · sorry for the confusion · sorry for the noise · sorry about that · sorry for the inconvenience ·
    sorry · so sorry · apologies · my apologies · apologize · apologise · mb · soz · sry · silly me · stupid me · dumb me · oops · whoops · oopsie ·
    im an idiot · im so dumb · im dumb · embarrassing for me · forgive me · pardon me · false alarm · wasted your time · for wasting your time ·
    pebkac · operator error · facepalm`,
  hail: `
    hello · helo · hallo · hi there · yo · hey there · hello there · good morning · good afternoon · good evening · heya · hiya · howdy ·
    hello again · hi again · hello support · hi · hey`,
  turn: `
    but · however · except · although`,
  and: `
    and · and now · and then · then · until`,
  closing: `
    best regards · kind regards · warm regards · regards · sincerely · yours sincerely · yours truly · best wishes · many thanks and best regards ·
    thanks and regards · cheers and best`,
  denial: `
    no · nope · nah · not · never · neither · dont · didnt · doesnt · isnt · wasnt · arent · without`,
  because: `
    because · cause · cuz · bc · since · as · for · due · thanks to · from · would · based on · but · only · just · all`,
  past: `
    last month · last week · last year · last time · back then · back in · in the past · a year ago · months ago · weeks ago · years ago ·
    previously · at first · initially · originally · at the beginning`,
};
