import type { Vocabulary } from "./vocabulary.ts";

/** What French-speaking people say to a support desk when it has helped, or has not. */
export const FRENCH: Vocabulary = {
  thanks: `
    merci · mercii · mrc · mrci · merki · thx · merci beaucoup · merci bcp · mille merci · mille mercis · un grand merci · grand merci · encore merci · merci encore ·
    merci infiniment · merci a vous · merci a toi · merci a tous · merci pour · merci d avoir · merci de m avoir · merci de votre · merci de ton · merci de ta ·
    merci de l aide · je vous remercie · je te remercie · vous remercie · remercie · remerciements · avec mes remerciements · reconnaissant · reconnaissante`,
  courtesy: `
    ok · okay · oki · okk · d accord · dac · daccord · dacodac · entendu · compris · bien compris · c est compris · j ai compris · bien recu · c est note · note ·
    noted · parfait · super · genial · geniale · excellent · nickel · nickel chrome · impec · impeccable · top · au top · formidable · merveilleux · fantastique ·
    magnifique · extra · cool · chouette · sympa · tres sympa · trop bien · tres bien · c est bien · bien · c est bon · bon · tout bon · tout est bon ·
    ca marche pour moi · ca roule · ca me va · ca va · tout va bien · pas de probleme · pas de soucis · pas de souci · aucun probleme · aucun souci · y a pas de souci ·
    pas grave · c est pas grave · ce n est pas grave · pas de quoi · il n y a pas de quoi · je vous en prie · je t en prie · de rien · avec plaisir · volontiers ·
    t inquiete · ne vous inquietez pas · ne vous en faites pas · inutile · plus besoin · rien d autre · ce sera tout · c est tout · c etait tout ·
    c est tout ce qu il me fallait · c est ce qu il me fallait · exactement ce qu il me fallait · ca me suffit · plus de questions · plus de question ·
    pas d autre question · pas d autres questions · aucune autre question · rien de plus · oui · ouais · ouep · oui merci · exact · exactement · tout a fait ·
    effectivement · voila · je vois · je comprends · c est clair · tres clair · clair · limpide · au revoir · aurevoir · a bientot · a plus · a plus tard ·
    a la prochaine · a demain · a tres vite · bye · ciao · tchao · tchuss · bonne journee · une bonne journee · bonne soiree · bonne nuit · bonne fin de journee ·
    bonne continuation · bonne semaine · bon week end · bon weekend · bon we · bonne apres midi · bon apres midi · bonne fin de semaine · bonne annee · joyeux noel ·
    bonnes fetes · bon courage · bonne chance · belle journee · belle soiree · bonne fin d apres midi · excellente journee · excellente soiree · excellent week end ·
    vous aussi · toi aussi · de meme · pareillement · egalement · a vous aussi · a vous de meme · bises · bisous · bise · amities · haha · hihi · lol · mdr · ptdr · xd ·
    ouf · ah · ahh · oh · hm · euh · ben · bah · eh bien · ah ok · ah d accord · enfin · hourra · youpi · ouah · waouh · wow · chapeau · bravo · felicitations a ·
    vous etes les meilleurs · vous etes au top · vous etes genial · vous etes geniaux · vous etes formidables · t es le meilleur · tu es le meilleur · t es un chef ·
    chef · des amours · champion · champions · efficace · tres efficace · rapide · tres rapide · quelle rapidite · quelle efficacite · quelle reactivite · reactif ·
    tres reactif · reactifs · gentil · tres gentil · gentille · c est gentil · c est tres gentil · aimable · tres aimable · content · contente · heureux · heureuse ·
    ravi · ravie · satisfait · satisfaite · soulage · soulagee · rassure · rassuree · ca m aide · ca m a aide · ca m aide beaucoup · m a aide · m avez aide ·
    m avez bien aide · d une grande aide · tres utile · utile · vous me sauvez · tu me sauves · vous m avez sauve · sauve la vie · desole pour · desolee pour ·
    desole du derangement · c est ma faute · ma faute · mon erreur · au temps pour moi · je vais essayer · j essaie · j essaye · je vais tester · je teste ·
    je vais voir · je regarde · je verifie · je vous dirai · je vous tiens au courant · je vous dis · je reviens vers vous si · je reviendrai · si besoin je reviens ·
    au besoin · je patiente · pas presse · rien ne presse · prenez votre temps · non merci · laissez tomber · laisse tomber · les meilleurs · tmtc · si besoin · desole ·
    desolee`,
  solved: `
    ca marche · ca marche maintenant · ca remarche · tout marche · tout remarche · ca marche tres bien · ca marche nickel · marche · ca a marche · ca fonctionne ·
    ca fonctionne maintenant · ca refonctionne · fonctionne · tout fonctionne · fonctionne bien · fonctionne parfaitement · fonctionne tres bien · fonctionne a nouveau ·
    ca a fonctionne · a fonctionne · refonctionne · remarche · c est regle · tout est regle · regle · reglee · probleme regle · probleme resolu · c est resolu ·
    est resolu · resolu · resolue · solutionne · repare · c est repare · corrige · c est corrige · est corrige · c est fait · fait · tout est fait · c est arrange ·
    arrange · tout est rentre dans l ordre · rentre dans l ordre · tout est ok · tout est en ordre · en ordre · c est revenu · de retour · est revenu · retrouve ·
    j ai retrouve · trouve · j ai trouve · j ai reussi · reussi · j y arrive · j arrive · j ai pu · j ai pu me connecter · je peux me connecter · j ai recu ·
    bien recue · recu · je l ai recu · je l ai · est arrive · est bien arrive · arrive · bien arrive · plus de probleme · plus de problemes · plus de souci ·
    plus de soucis · plus d erreur · plus d erreurs · plus aucun probleme · plus aucun souci · plus aucune erreur · plus de bug · ne plante plus · ca ne plante plus ·
    ne bugue plus · n y a plus de · n y a plus d · sans probleme · sans souci · sans soucis · sans erreur · comme avant · comme neuf · du premier coup · c est mieux ·
    beaucoup mieux · mieux · question reglee · j ai ma reponse · vous avez repondu a ma question · ca repond a ma question · repond a ma question ·
    a repondu a ma question · c est reparti · c est bon de mon cote · c est bon pour moi · c est bon maintenant · probleme a disparu · a disparu ·
    le probleme a disparu · l erreur a disparu · erreur a disparu · n ai plus de questions · n ai plus de question · je n ai plus de questions · je n ai plus d erreur ·
    je n ai plus de probleme · plus de questions · c etait le cache · c etait ma faute · c etait mon erreur · c etait juste · etait ma faute · ma faute ·
    autant pour moi · au temps pour moi · j avais mal tape · mal tape · j avais oublie · c etait moi · je me suis trompe · je me suis trompee · vous pouvez fermer ·
    vous pouvez cloturer · pouvez fermer · pouvez cloturer · fermer le ticket · cloturer le ticket · on peut fermer · on peut cloturer · tu peux fermer ·
    tu peux cloturer · tout est rentre · sont arrives · est bien arrivee · bien arrives · j ai bien recu · charge maintenant · s ouvre maintenant · je vois maintenant ·
    plus besoin · pas la peine · ce n est plus necessaire · n est plus necessaire · tout est clair · j ai tout · mal tape le · j avais mal`,
  filler: `
    le · la · les · l · un · une · des · du · de · d · ou · a · au · aux · en · dans · sur · pour · par · avec · ce · cet · cette · ces · c · est · j · je · m · me · t ·
    te · tu · vous · nous · il · elle · on · ils · mon · ma · mes · ton · ta · tes · votre · vos · notre · nos · son · sa · ses · leur · y · qui · tres · trop ·
    bien sur · beaucoup · bcp · vraiment · tout · tous · toute · toutes · si · aussi · encore une fois · encore · maintenant · aujourd hui · aujourdhui · demain · hier ·
    deja · ici · ca · cela · etes · suis · sont · etait · ai · as · avez · ont · avons · avoir · etre · aide · aider · aidee · m aider · aidant · support · service ·
    equipe · reponse · repondre · repondu · rapidite · rapidement · vite · reactivite · efficacite · gentillesse · patience · temps · travail · explication ·
    explications · precision · precisions · info · infos · information · informations · solution · conseil · conseils · retour · disponibilite · accueil · intervention ·
    accompagnement · suivi · journee · soiree · week · end · semaine · prompte · prompt · belle · bonne · excellente · grande · precieuse · precieux · monsieur ·
    madame · mr · mme · messieurs · gars · les gars · amis · ami · cher · chere · chers · equipes · et voila · comme · quand · que · qu · plus tard · nouveau · fois ·
    minute · minutes · heure · heures · seconde · secondes · depanne · depannage · occupes · occupe · bonjour merci · pris · regler · resoudre · coeur · du coup ·
    alors · donc · part · s · lundi · mardi · mercredi · jeudi · vendredi · samedi · dimanche · a lundi · a mardi · a vendredi · cote · de mon cote · mon cote ·
    service comptable · comptable · seulement · juste`,
  ask: `
    pouvez vous · pourriez vous · peux tu · pourrais tu · est ce que · est ce possible · est ce normal · est il possible · est il normal · c est possible ·
    c est normal · serait il possible · puis je · peut on · pourrais je · dois je · il faudrait · avez vous · as tu · savez vous · etes vous · es tu la · vous etes la ·
    t es la · y a t il · y a quelqu un · il y a quelqu un · quelqu un peut · y aurait il · qu est ce · qu en est il · qu en est · que faire · que dois · que faut ·
    que se passe · quand est · a quand · c est quand · depuis quand · jusqu a quand · ou est · ou en · ou puis · ou sont · ou se · ou trouver · et ou · comment faire ·
    comment ca · et comment · et pourquoi · combien de temps · qui peut · qui est · et pour · et si · et maintenant · et apres · sil vous plais · s il vous plais ·
    merci de · merci de me · merci de bien vouloir · merci de faire · merci de verifier · merci d envoyer · merci d avance · veuillez · priere de · prier de ·
    vous prie de · je vous prie de · dites moi · dis moi · dites nous · envoyez · envoyez moi · envoie moi · m envoyer · me renvoyer · renvoyer · renvoyez · donnez moi ·
    rappelez moi · rappelez · me rappeler · me recontacter · recontacter · recontactez · contactez · contactez moi · me contacter · appelez moi · ecrivez moi ·
    repondez · repondez moi · me repondre · tenez moi · me tenir au courant · me confirmer · confirmez · confirmez moi · prevenez · prevenez moi · me prevenir ·
    me dire · me faire savoir · aidez moi · aide moi · a l aide · au secours · besoin d aide · j ai besoin · nous avons besoin · il me faut · il me faudrait ·
    je voudrais · je voulais · je veux · je souhaite · je souhaiterais · nous souhaitons · j aimerais · on voudrait · on aimerait · je cherche · je me demande ·
    je me demandais · je demande · autre question · une derniere question · derniere question · petite question · j ai une · j ai encore une · j aurais une ·
    j ai un autre · j ai encore · autre chose · autre souci · autre probleme · nouveau probleme · une derniere · derniere chose · une derniere chose · encore une chose ·
    une chose · par ailleurs · aussi je · aussi il · je ne sais pas · je sais pas · sais pas · jsp · chais pas · aucune idee · je ne comprends pas · je comprends pas ·
    comprends pas · comprends rien · pas compris · pas sure · je suis perdu · je suis perdue · je suis bloque · je suis bloquee · pas encore · pas vraiment ·
    pas tout a fait · pas exactement · pas du tout · ce n est pas · c est pas · pas bon · pas correct · pas resolu · pas regle · pas termine · pas fini · tres urgent ·
    c est urgent · en urgence · au plus vite · rapidement svp · le plus vite possible · des que possible · avant demain · d ici demain · d ici · pour demain ·
    dans l attente · j attends toujours · j attends encore · j attends votre · j attends une · j attends un · on attend · toujours en attente · attente de votre ·
    en attendant votre · sans nouvelles · des nouvelles · du nouveau · nouvelles de · reverifier · verifiez · regarder a nouveau · reessayer de votre · annulez ·
    resilier · resiliation · desabonner · supprimer · supprimez · rembourser · remboursez · remboursement · etre rembourse · activer · debloquer · reinitialiser ·
    parler a · un humain · une vraie personne · vraie personne · un conseiller · un responsable · votre responsable · un superviseur · reclamation · me plaindre ·
    porter plainte · ci joint · en piece jointe · piece jointe · mon numero · mon adresse · mon mail est · numero de commande · j ai oublie · oublie de · allo ·
    coucou vous · ^quoi · ^quel · ^quelle · ^quels · ^quelles · ^quand · ^comment · ^pourquoi · ^combien · ^besoin · ^question · ^questions · ^attends · ^attendez ·
    ^bloque · ^bloquee · ^coince · ^urgent · ^urgente · ^voici · ^stop · ^malheureusement · ^helas · ^au fait · ^et la · ^et le · ^et les · ^et mon · ^et ma · ^et mes ·
    ^confirmer · ^une question · une question · svp · stp · s il vous plait · s il te plait · sil vous plait · sil te plait · quelqu un pour · il faut que ·
    il faut encore · faut il · besoin de · besoin d une · besoin d un · j ai une question · pouvez vous verifier · suis bloque · en attente de · en attente depuis ·
    j attends mon · j attends ma · j attends mes · j attends le · j attends la · j attends depuis · quand est ce · comment je · comment on · comment puis · pourquoi je ·
    pourquoi est · malheureusement non · malheureusement pas · malheureusement toujours · ne fermez pas · ne pas fermer · ne cloturez pas · laissez ouvert · annuler ma ·
    annuler mon · modifier mon · modifier ma · changer mon · changer ma · verifier a nouveau · verifier encore · revoir ma · je dois · que dois je`,
  trouble: `
    ne marche pas · marche pas · marche plus · ne marche plus · ne marche toujours pas · marche toujours pas · marche tjrs pas · ca marche pas · ca marche plus ·
    ne fonctionne pas · fonctionne pas · fonctionne plus · ne fonctionne plus · ne fonctionne toujours pas · fonctionne toujours pas · toujours pas · tjs pas ·
    tjrs pas · tjrs · toujours le meme · toujours rien · toujours la meme · toujours en panne · toujours bloque · encore un · encore le meme · encore la meme ·
    encore en · encore plante · encore une erreur · encore une fois le · a nouveau le · a nouveau en · meme probleme · meme erreur · meme chose · meme souci ·
    c est pareil · ca recommence · ca a recommence · recommence · revenu le · revenue · est revenue · ca recoupe · ca replante · ca plante · a plante · plante encore ·
    ca bug · ca bugue · bugue · ca coupe · ca rame · freeze · fige · se fige · se bloque · ne charge pas · charge pas · ne s ouvre pas · s ouvre pas · s affiche pas ·
    ne s affiche pas · n apparait pas · apparait pas · ne demarre pas · demarre pas · ne repond pas · ne repond · repond pas · personne ne · aucune reponse ·
    aucune nouvelle · rien ne · rien recu · rien n a · rien a change · ca ne change rien · ne change rien · pas de reponse · pas de nouvelles · pas recu · pas eu ·
    pas pu · pas arrive · pas la · pas acces · pas possible · impossible de · n arrive pas · j arrive pas · arrive pas · n y arrive pas · y arrive pas · je ne peux pas ·
    je peux pas · ne peux pas · peux pas · peux plus · je ne trouve pas · trouve pas · ne trouve pas · je ne vois pas · vois pas · je ne recois pas · recois pas ·
    recois plus · recois rien · je recois · n ai pas · ai pas · n ai toujours pas · n ai rien · ai toujours pas · n ai plus · ai plus · n est toujours pas ·
    est toujours pas · n y a pas · n y a aucun · n y a rien · il manque · il me manque · a disparu · perdue · hors service · preleve · prelevement · debite ·
    facture deux · trop paye · trop facture · erronee · errone · c est pire · j ai toujours · j ai un message · j ai encore un · me dit que · me dit · m affiche ·
    pirate · piratee · arnaque · escroquerie · vol · inadmissible · toujours le · toujours la · toujours un · toujours une · n est toujours · ne marche · manque encore ·
    manque toujours · plus rien · et puis plus · encore down · encore en panne · est encore · c est encore · encore casse · encore bloque · c est toujours ·
    est toujours · a disparu de · n est pas arrive · n est pas dans · n est pas sur · n est pas la · n est pas bon · pas possible de · deux fois la · en double ·
    debite deux · a marche une heure · a marche un moment · ca a marche une · ca a marche puis`,
  fault: `
    erreur · erreurs · probleme · problemes · souci · soucis · bug · bugs · facture · paiement · commande · colis · livraison · compte · abonnement · licence ·
    mot de passe · mail · email · toujours · pas · personne · aucun · aucune · rien · manque · manquent · casse · cassee · en panne · panne · refuse · refusee · rejete ·
    expire · expiree · faux · fausse · incorrect · incorrecte · mauvais · mauvaise · pire · vide · double · disparu · disparue · perdu · impossible · pareil · coupe ·
    rame · n est pas · est pas · n a pas · a pas · ne sont pas · sont pas · n y a · n est plus · est plus · dit que · affiche · plante · le meme · la meme · deux fois`,
  opinion: `
    j adore · adore · j aime · aime bien · aime pas · deteste · prefere · decu · decue · decevant · decevante · deception · frustrant · frustrante · enervant · agacant ·
    penible · nul · nulle · nuls · nullissime · horrible · affreux · catastrophique · catastrophe · honte · honteux · lamentable · scandaleux · ridicule · inacceptable ·
    dommage · mediocre · moyen · moyenne · bof · mouais · pas terrible · pas mal · pas top · passable · cher · chere · trop cher · prix · tarif · tarifs · lent · lente ·
    lents · trop lent · long · longue · trop long · tres long · des heures · des jours · semaines · mois · attente · complique · compliquee · confus · confuse ·
    difficile · facile · facile a utiliser · simple · intuitif · ergonomique · professionnel · professionnels · professionnelle · competent · competente · competents ·
    incompetent · incompetents · impoli · desagreable · agreable · a l ecoute · souriant · le support · votre support · le service · votre service · service client ·
    l application · l appli · votre appli · le produit · votre produit · le bot · la nouvelle · le nouveau · nouvelle version · nouvelle interface · interface · design ·
    qualite · experience · je recommande · recommande · recommanderai · recommanderais · concurrence · concurrent · concurrents · je vais changer · je change ·
    plus jamais · jamais · a chaque fois · chaque fois · je trouve · je pense · a mon avis · selon moi · honnetement · franchement · globalement · dans l ensemble ·
    en general · pourrait etre · devrait · devriez · ameliorer · amelioration · a revoir · peut mieux faire · j esperais · j espere · esperons · surpris · surprise ·
    bluffe · impressionne · impressionnee · confiance · client depuis · cliente depuis · ans · annees · felicitations · continuez · continuez comme ca · le meilleur ·
    la meilleure · meilleur · meilleure · mieux que · pire que · desespere · desesperant · mieux avant · c etait mieux · cauchemar · un cauchemar · patiente · patient ·
    tres patient · tres patiente · la dame · le monsieur · la personne · mon interlocuteur · mon interlocutrice · conseillere · conseiller · conseiller tres ·
    mails pour · lise enfin · ni bon · sans plus · correct · correcte · pas au niveau · a desirer · laisse a desirer · deroutant · deroutante · a ameliorer ·
    sympathique · sympathiques · satisfaite · toujours satisfait · toujours satisfaite · tres satisfait · tres satisfaite · en panne pendant · personne n a prevenu ·
    n a prevenu · vraiment nul · minable · pitoyable · deplorable · exasperant · insupportable · intolerable · scandale · un scandale · arnaqueurs · voleurs · menteurs ·
    foutage · se moque · moquez · moque de nous · a fuir · parfait service · exceptionnel · exceptionnelle · irreprochable · remarquable · epatant · hors pair ·
    imbattable · incroyable · stable · instable · fluide · lourd · lourde · moche · joli · jolie · beau · pratique · peu pratique · robotise · copier coller ·
    reponses automatiques · reponses toutes faites · ignore · ignores · mepris · meprisant · hautain · chaleureux · chaleureuse · bienveillant · bienveillante · triste ·
    tristesse · pff · pfff · grr · zut · purée · tu parles · vive · quel · quelle · attendais a mieux · je m attendais · m attendais · pour ce prix`,
  hail: `
    allo · bonjour · bonsoir · salut · coucou · hello · slt · bjr · bsr · youhou · ohe`,
  denial: `
    non · pas · ne · n · ni · nan`,
  because: `
    parce · car · pour · puisque · vu · grace · mais · de ma part · a cause · merci`,
  turn: `
    mais · cependant · toutefois · par contre · sauf que · sauf`,
  closing: `
    cordialement · bien cordialement · cdt · cdlt · salutations · bien a vous · sinceres salutations · salutations distinguees · respectueusement`,
  past: `
    le mois dernier · la semaine derniere · l an dernier · l annee derniere · la derniere fois · autrefois · il y a un an · il y a des mois · au debut · a l epoque ·
    dans le passe`,
  and: `
    et · et puis · puis · jusqu a ce que`,
};
