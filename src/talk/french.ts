import type { Vocabulary } from "./vocabulary.ts";

/** What French-speaking people say to a support desk that has helped them, and the words between. */
export const FRENCH: Vocabulary = {
  thanks: `
    merci · mercii · mrc · mrci · merki · thx · merci beaucoup · merci bcp · mille merci · mille mercis · un grand merci · grand merci ·
    encore merci · merci encore · merci infiniment · merci a vous · merci a toi · merci a tous · merci pour · merci d avoir · merci de m avoir ·
    merci de votre · merci de ton · merci de ta · merci de l aide · je vous remercie · je te remercie · vous remercie · remercie · remerciements ·
    avec mes remerciements · reconnaissant · reconnaissante · cimer · cimer chef · merci mon · merci ma · merci les · mersi · mersii · mercie ·
    merciii · mer6 · bien merci · un tout grand merci · un immense merci · immense merci · enorme merci · tous mes remerciements ·
    nos remerciements · remercier · vous remercions · nous vous remercions · nous remercions · on vous remercie · remercions · remerciant ·
    en vous remerciant · thanks · thank you · danke · gracias · reconnaissance · ma gratitude · gratitude · respect · chapeau bas ·
    merci du coup de main · coup de main`,
  courtesy: `
    ok · okay · oki · okk · d accord · dac · daccord · dacodac · entendu · compris · bien compris · c est compris · j ai compris · bien recu ·
    c est note · note · noted · parfait · super · genial · geniale · excellent · nickel · nickel chrome · impec · impeccable · top · au top ·
    formidable · merveilleux · fantastique · magnifique · extra · cool · chouette · sympa · tres sympa · trop bien · tres bien · c est bien · bien ·
    c est bon · bon · tout bon · tout est bon · ca marche pour moi · ca roule · ca me va · ca va · tout va bien · pas de probleme · pas de soucis ·
    pas de souci · aucun probleme · aucun souci · y a pas de souci · pas grave · c est pas grave · ce n est pas grave · pas de quoi ·
    il n y a pas de quoi · je vous en prie · je t en prie · de rien · avec plaisir · volontiers · t inquiete · ne vous inquietez pas ·
    ne vous en faites pas · plus besoin · rien d autre · ce sera tout · c est tout · c etait tout · c est tout ce qu il me fallait ·
    c est ce qu il me fallait · exactement ce qu il me fallait · ca me suffit · plus de questions · plus de question · pas d autre question ·
    pas d autres questions · aucune autre question · rien de plus · oui · ouais · ouep · oui merci · exact · exactement · tout a fait ·
    effectivement · voila · je vois · je comprends · c est clair · tres clair · clair · limpide · au revoir · aurevoir · a bientot · a plus ·
    a plus tard · a la prochaine · a demain · a tres vite · bye · ciao · tchao · tchuss · bonne journee · une bonne journee · bonne soiree ·
    bonne nuit · bonne fin de journee · bonne continuation · bonne semaine · bon week end · bon weekend · bon we · bonne apres midi ·
    bon apres midi · bonne fin de semaine · bonne annee · joyeux noel · bonnes fetes · bon courage · bonne chance · belle journee · belle soiree ·
    bonne fin d apres midi · excellente journee · excellente soiree · excellent week end · vous aussi · toi aussi · de meme · pareillement ·
    egalement · a vous aussi · a vous de meme · bises · bisous · bise · amities · haha · hihi · lol · mdr · ptdr · xd · ouf · ah · ahh · oh · hm ·
    euh · ben · bah · eh bien · ah ok · ah d accord · enfin · hourra · youpi · ouah · waouh · wow · chapeau · bravo · felicitations a ·
    vous etes les meilleurs · vous etes au top · vous etes genial · vous etes geniaux · vous etes formidables · t es le meilleur ·
    tu es le meilleur · t es un chef · chef · des amours · champion · champions · efficace · tres efficace · rapide · tres rapide · quelle rapidite ·
    quelle efficacite · quelle reactivite · reactif · tres reactif · reactifs · gentil · tres gentil · gentille · c est gentil · c est tres gentil ·
    aimable · tres aimable · content · contente · heureux · heureuse · ravi · ravie · satisfait · satisfaite · soulage · soulagee · rassure ·
    rassuree · ca m aide · ca m a aide · ca m aide beaucoup · m a aide · m avez aide · m avez bien aide · d une grande aide · tres utile · utile ·
    vous me sauvez · tu me sauves · vous m avez sauve · sauve la vie · je vais essayer · j essaie · j essaye · je vais tester · je teste ·
    je vais voir · je regarde · je verifie · je vous dirai · je vous tiens au courant · je vous dis · je reviens vers vous si · je reviendrai ·
    si besoin je reviens · au besoin · je patiente · pas presse · rien ne presse · prenez votre temps · non merci · laissez tomber · laisse tomber ·
    les meilleurs · tmtc · si besoin · au plaisir · au plaisir de · a la revoyure · a tantot · a tte · a toute · a toute a l heure · a plouche ·
    ciao ciao · bon vent · salut et merci · portez vous bien · porte toi bien · prenez soin de vous · prends soin de toi · souhaitons une ·
    souhaite une · vous souhaite · vous souhaitons · je vous souhaite · nous vous souhaitons · agreable journee · agreable soiree ·
    une agreable journee · agreable week end · bon dimanche · bon samedi · bon vendredi · bon appetit · bonne route · bonnes vacances · bon noel ·
    bonne rentree · bonne reprise · bien a toi · biz · bizz · bisou · la bise · grosses bises · bises a · embrassades · amicalement · okay okay ·
    okayy · oki doki · okidoki · okok · dak · d ac · vendu · ca joue · tip top · niquel · nikel · parfaitement · parfait pour moi · parfait merci ·
    ca me convient · me convient · nous convient · convient · ca m arrange · ca me va bien · ca nous va · ca nous convient · c est parfait ·
    c est super · c est top · c est genial · c est cool · c est sympa · c est adorable · adorable · adorables · trop fort · trop forts ·
    trop fort merci · trop cool · trop sympa · trop gentil · trop mignon · bien vu · bien joue · joli coup · du bon boulot · bon boulot ·
    beau boulot · super boulot · bon travail · beau travail · super travail · excellent travail · t es genial · t es un ange · vous etes un ange ·
    vous etes des anges · un ange · des anges · anges · des pros · vous etes des pros · un pro · vous etes un pro · des as · les boss · boss ·
    des crack · les kings · au poil · aux petits oignons · de la balle · de ouf merci · genial merci · mortel · canon · stylé · style · ca dechire ·
    ca gere · tu geres · vous gerez · gros gg · gg · yes · yess · yep · yeah · ok d ac · bon bah merci · bon ben voila · c est bon merci ·
    c est bon la · c est tout bon · c est tout bon pour moi · tout bon pour moi · tout est clair · c est enregistre · c est confirme · je confirme ·
    nous confirmons · confirme · c est entendu · entendu merci · bien pris · pris bonne note · prenons bonne note · je prends note · je note ·
    nous en prenons note · on fait comme ca · faisons comme ca · ca marche je · marche pour moi · pas d urgence · aucune urgence · sans urgence ·
    rien de grave · c est rien · ce n est rien · c pas grave · t inquietes · tkt · tqt · pas de pb · pas de blem · aucun pb · no souci ·
    rien a ajouter · rien a signaler · ras · rien merci · rien du tout merci · non rien · non c est bon · non c est tout · non ce sera tout ·
    non tout va bien · c est tout pour moi · c est tout pour aujourd hui · ce sera tout pour · ca sera tout · quel bonheur · quel soulagement ·
    quelle joie · quelle chance · quel plaisir · quel bonheur de · quelle bonne nouvelle · bonne nouvelle · super nouvelle · soulagement ·
    dieu merci · dieu vous benisse · que dieu vous · benisse · alleluia · enfin merci · pas trop tot merci · si ca recommence · si ca revient ·
    si ca se reproduit · si cela se reproduit · si jamais · si jamais ca · si jamais ca recommence · si j ai un souci · si j ai besoin ·
    si besoin je · en cas de besoin · en cas de souci · au cas ou · je vous recontacte si · je vous rappelle si · je vous ecris si · je vous ecris ·
    je vous redis · je vous redirai · je vous fais signe · je fais signe · je reviens vers vous · je reviendrai vers vous · je vais regarder ·
    je vais verifier · je vais faire ca · je fais ca · je le fais · je m en occupe · je transmets · je vais transmettre · je passe le mot ·
    je suis rassure · je suis rassuree · on est content · on est contents · on est bon · on est bons · est note · a lundi · a mardi · a mercredi ·
    a jeudi · a vendredi · a samedi · a demain alors · note merci · d acc · dacc · bonne aprem · bonne aprem midi · bon aprem · bonne aprem a vous ·
    h c est note · heures c est note`,
  solved: `
    ca marche · ca marche maintenant · ca remarche · tout marche · tout remarche · ca marche tres bien · ca marche nickel · marche · ca a marche ·
    ca fonctionne · ca fonctionne maintenant · ca refonctionne · fonctionne · tout fonctionne · fonctionne bien · fonctionne parfaitement ·
    fonctionne tres bien · fonctionne a nouveau · ca a fonctionne · a fonctionne · refonctionne · remarche · c est regle · tout est regle · regle ·
    reglee · probleme regle · probleme resolu · c est resolu · est resolu · resolu · resolue · solutionne · repare · c est repare · corrige ·
    c est corrige · est corrige · c est fait · fait · tout est fait · c est arrange · arrange · tout est rentre dans l ordre · rentre dans l ordre ·
    tout est ok · tout est en ordre · en ordre · c est revenu · de retour · est revenu · retrouve · j ai retrouve · trouve · j ai trouve ·
    j ai reussi · reussi · j y arrive · j arrive · j ai pu · j ai pu me connecter · je peux me connecter · j ai recu · bien recue · recu ·
    je l ai recu · je l ai · est arrive · est bien arrive · arrive · bien arrive · plus de probleme · plus de problemes · plus de souci ·
    plus de soucis · plus d erreur · plus d erreurs · plus aucun probleme · plus aucun souci · plus aucune erreur · plus de bug · ne plante plus ·
    ca ne plante plus · ne bugue plus · n y a plus de · n y a plus d · sans probleme · sans souci · sans soucis · sans erreur · comme avant ·
    comme neuf · du premier coup · c est mieux · beaucoup mieux · mieux · question reglee · j ai ma reponse · vous avez repondu a ma question ·
    ca repond a ma question · repond a ma question · a repondu a ma question · c est reparti · c est bon de mon cote · c est bon pour moi ·
    c est bon maintenant · probleme a disparu · le probleme a disparu · l erreur a disparu · erreur a disparu · n ai plus de questions ·
    n ai plus de question · je n ai plus de questions · je n ai plus d erreur · je n ai plus de probleme · plus de questions · c etait le cache ·
    c etait ma faute · c etait mon erreur · c etait juste · etait ma faute · ma faute · autant pour moi · au temps pour moi · j avais mal tape ·
    mal tape · j avais oublie · c etait moi · je me suis trompe · je me suis trompee · vous pouvez fermer · vous pouvez cloturer · pouvez fermer ·
    pouvez cloturer · fermer le ticket · cloturer le ticket · on peut fermer · on peut cloturer · tu peux fermer · tu peux cloturer ·
    tout est rentre · sont arrives · est bien arrivee · bien arrives · j ai bien recu · charge maintenant · s ouvre maintenant · je vois maintenant ·
    plus besoin · pas la peine · ce n est plus necessaire · n est plus necessaire · tout est clair · j ai tout · mal tape le · j avais mal ·
    est la maintenant · sont la · sont bien la · les deux sont la · est bien la · tout est la · tout y est · l image est revenue · est revenue ·
    image est revenue · le son est revenu · son est revenu · sont revenus · internet est revenu · la connexion est revenue · connexion retablie ·
    connexion est retablie · retabli · retablie · retablis · est retabli · est retablie · sonne de nouveau · sonne a nouveau · imprime de nouveau ·
    imprime a nouveau · imprime · scanne · remarche nickel · ca imprime · de nouveau operationnel · a nouveau operationnel · operationnel ·
    operationnelle · operationnels · tout roule · roule · ca tourne · tout tourne · tourne bien · tourne nickel · tourne rond · s allume ·
    ca s allume · redemarre bien · c est bon ca marche · c bon ca marche · c bon · cest bon · ca y est · c est ok · est ok · tout ok · est clos ·
    est close · incident clos · l incident est clos · dossier clos · affaire classee · affaire close · c est clos · clos · cloture · cloturez ·
    vous pouvez clore · pouvez clore · clore · a cloturer · on peut clore · fermez le ticket · bien telecharges · bien telecharge · telecharge ·
    telecharges · installe · installee · active · activee · debloque maintenant · c est debloque · est debloque · est debloquee · acces retabli ·
    reinitialise · corrigee · corriges · tout est corrige · rembourse hier · j ai ete rembourse · j ai ete remboursee · ai ete rembourse ·
    le remboursement est arrive · remboursement recu · recredite · livre · livres · bien livre · bien livres · colis recu · colis bien recu · recus ·
    recues · les ai recus · j ai tout recu · tout recu · reussi a · j ai reussi a · j ai pu imprimer · j ai pu payer · j ai pu telecharger ·
    j ai pu acceder · j ai acces · j y suis · je suis dedans · je suis connecte · je suis connectee · connecte · connectee · me suis connecte ·
    depuis le redemarrage · apres redemarrage · apres un redemarrage · apres le redemarrage · en redemarrant · redemarrage a suffi · a suffi ·
    suffisait · il suffisait · depuis nickel · depuis plus rien · depuis ca va · plus de coupure · plus de coupures · plus de plantage ·
    plus de message · ne s est pas reproduit · ne s est plus reproduit · pas reproduit · plus reproduit · n est pas revenu · ne revient plus ·
    n apparait plus · n est plus la · ne s affiche plus · n est plus apparu · c etait ma box · c etait le wifi · c etait mon wifi ·
    c etait le cable · c etait debranche · debranche · debranchee · etait debranche · c etait eteint · etait eteint · mal branche ·
    etait mal branche · c etait l extension · c etait mon navigateur · c etait le navigateur · c etait mon antivirus · c etait mon pare feu ·
    c etait mon bloqueur · c etait de mon cote · c etait chez moi · c etait chez nous · ca venait de moi · venait de moi · ca venait de chez nous ·
    venait de chez · venait de ma · venait de mon · dans les spams · dans mes spams · dans les indesirables · indesirables · faute de frappe ·
    verr maj · verrouillage majuscules · mauvais mot de passe tape · mauvaise case · mal regarde · j avais pas vu · je n avais pas vu · pas vu la ·
    mal lu · mal saisi · j ai mal lu · retrouvee · retrouves · c est retrouve · tout retrouve · comme sur des roulettes · comme une horloge ·
    sans accroc · sans encombre · regles · tout regle · c regle · est regle · est reglee · sont regles · affaire reglee · souci regle ·
    soucis regles · solutionnee · resolus · bug a disparu · message a disparu · souci a disparu · panne a disparu · l alerte a disparu ·
    plus disparu · sont bien arrives · bien arrivee · j ai bien · j ai bien les · j ai bien le · j ai bien la · a ete rembourse · est credite ·
    reserve · ma carte fonctionne · la carte fonctionne · le compte est bon · c est bien dans · bien note · je transmets · recupere · j ai recupere`,
  filler: `
    le · la · les · l · un · une · des · du · de · d · ou · a · au · aux · en · dans · sur · pour · par · avec · ce · cet · cette · ces · c · est ·
    j · je · m · me · t · te · tu · vous · nous · il · elle · on · ils · mon · ma · mes · ton · ta · tes · votre · vos · notre · nos · son · sa ·
    ses · leur · y · qui · tres · trop · bien sur · beaucoup · bcp · vraiment · tout · tous · toute · toutes · si · aussi · encore une fois ·
    encore · maintenant · aujourd hui · aujourdhui · demain · hier · deja · ici · ca · cela · etes · suis · sont · etait · ai · as · avez · ont ·
    avons · avoir · etre · aide · aider · aidee · m aider · aidant · support · service · equipe · reponse · repondre · repondu · rapidite ·
    rapidement · vite · reactivite · efficacite · gentillesse · patience · temps · travail · explication · explications · precision · precisions ·
    info · infos · information · informations · solution · conseil · conseils · retour · disponibilite · accueil · intervention · accompagnement ·
    suivi · journee · soiree · week · end · semaine · prompte · prompt · belle · bonne · excellente · grande · precieuse · precieux · monsieur ·
    madame · mr · mme · messieurs · gars · les gars · amis · ami · cher · chere · chers · equipes · et voila · comme · quand · que · qu · plus tard ·
    nouveau · fois · minute · minutes · heure · heures · seconde · secondes · depanne · depannage · occupes · occupe · bonjour merci · pris ·
    regler · resoudre · coeur · du coup · alors · donc · part · s · lundi · mardi · mercredi · jeudi · vendredi · samedi · dimanche · a lundi ·
    a mardi · a vendredi · cote · de mon cote · mon cote · service comptable · comptable · seulement · juste · pour aide`,
  sorry: `
    desole pour · desolee pour · desole du derangement · c est ma faute · ma faute · mon erreur · au temps pour moi · desole · desolee · dsl ·
    pardon · excusez moi · excuse moi · mes excuses · toutes mes excuses · navre · navree · je me sens bete · que je suis bete · suis bete ·
    quel idiot · quelle idiote · fausse alerte · oups · sorry · du derangement · le derangement · honte a moi · mea culpa · excuses`,
  hail: `
    allo · bonjour · bonsoir · salut · coucou · hello · slt · bjr · bsr · youhou · ohe`,
  turn: `
    mais · cependant · toutefois · par contre · sauf que · sauf`,
  and: `
    et · et puis · puis · jusqu a ce que`,
  closing: `
    cordialement · bien cordialement · cdt · cdlt · salutations · bien a vous · sinceres salutations · salutations distinguees · respectueusement ·
    le service comptable · service comptable · comptabilite`,
  denial: `
    non · pas · ne · n · ni · nan`,
  because: `
    parce · car · pour · puisque · vu · grace · mais · de ma part · a cause · merci`,
  past: `
    le mois dernier · la semaine derniere · l an dernier · l annee derniere · la derniere fois · autrefois · il y a un an · il y a des mois ·
    au debut · a l epoque · dans le passe`,
};
