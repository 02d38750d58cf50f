import type { Vocabulary } from "./vocabulary.ts";

/** What French-speaking people say to a support desk when they want something, complain or judge. */
export const FRENCH_WANTS: Vocabulary = {
  ask: `
    pouvez vous · pourriez vous · peux tu · pourrais tu · est ce que · est ce possible · est ce normal · est il possible · est il normal ·
    c est possible · c est normal · serait il possible · puis je · peut on · pourrais je · dois je · il faudrait · avez vous · as tu · savez vous ·
    etes vous · es tu la · vous etes la · t es la · y a t il · y a quelqu un · il y a quelqu un · quelqu un peut · y aurait il · qu est ce ·
    qu en est il · qu en est · que faire · que dois · que faut · que se passe · quand est · a quand · c est quand · depuis quand · jusqu a quand ·
    ou est · ou en · ou puis · ou sont · ou se · ou trouver · et ou · comment faire · comment ca · et comment · et pourquoi · combien de temps ·
    qui peut · qui est · et pour · et si · et maintenant · et apres · sil vous plais · s il vous plais · merci de · merci de me ·
    merci de bien vouloir · merci de faire · merci de verifier · merci d envoyer · merci d avance · veuillez · priere de · prier de · vous prie de ·
    je vous prie de · dites moi · dis moi · dites nous · envoyez · envoyez moi · envoie moi · m envoyer · me renvoyer · renvoyer · renvoyez ·
    donnez moi · rappelez moi · rappelez · me rappeler · me recontacter · recontacter · recontactez · contactez · contactez moi · me contacter ·
    appelez moi · ecrivez moi · repondez · repondez moi · me repondre · tenez moi · me tenir au courant · me confirmer · confirmez · confirmez moi ·
    prevenez · prevenez moi · me prevenir · me dire · me faire savoir · aidez moi · aide moi · a l aide · au secours · besoin d aide · j ai besoin ·
    nous avons besoin · il me faut · il me faudrait · je voudrais · je voulais · je veux · je souhaite · je souhaiterais · nous souhaitons ·
    j aimerais · on voudrait · on aimerait · je cherche · je me demande · je me demandais · je demande · autre question · une derniere question ·
    derniere question · petite question · j ai une · j ai encore une · j aurais une · j ai un autre · j ai encore · autre chose · autre souci ·
    autre probleme · nouveau probleme · une derniere · derniere chose · une derniere chose · encore une chose · une chose · par ailleurs · aussi je ·
    aussi il · je ne sais pas · je sais pas · sais pas · jsp · chais pas · aucune idee · je ne comprends pas · je comprends pas · comprends pas ·
    comprends rien · pas compris · pas sure · je suis perdu · je suis perdue · je suis bloque · je suis bloquee · pas encore · pas vraiment ·
    pas tout a fait · pas exactement · pas du tout · ce n est pas · c est pas · pas bon · pas correct · pas resolu · pas regle · pas termine ·
    pas fini · tres urgent · c est urgent · en urgence · au plus vite · rapidement svp · le plus vite possible · des que possible · avant demain ·
    d ici demain · d ici · pour demain · dans l attente · j attends toujours · j attends encore · j attends votre · j attends une · j attends un ·
    on attend · toujours en attente · attente de votre · en attendant votre · sans nouvelles · des nouvelles · du nouveau · nouvelles de ·
    reverifier · verifiez · regarder a nouveau · reessayer de votre · annulez · resilier · resiliation · desabonner · supprimer · supprimez ·
    rembourser · remboursez · remboursement · etre rembourse · activer · debloquer · reinitialiser · parler a · un humain · une vraie personne ·
    vraie personne · un conseiller · un responsable · votre responsable · un superviseur · reclamation · me plaindre · porter plainte · ci joint ·
    en piece jointe · piece jointe · mon numero · mon adresse · mon mail est · numero de commande · j ai oublie · oublie de · allo · coucou vous ·
    ^quoi · ^quel · ^quelle · ^quels · ^quelles · ^quand · ^comment · ^pourquoi · ^combien · ^besoin · ^question · ^questions · ^attends ·
    ^attendez · ^bloque · ^bloquee · ^coince · ^urgent · ^urgente · ^voici · ^stop · ^malheureusement · ^helas · ^au fait · ^et la · ^et le ·
    ^et les · ^et mon · ^et ma · ^et mes · ^confirmer · ^une question · une question · svp · stp · s il vous plait · s il te plait · sil vous plait ·
    sil te plait · quelqu un pour · il faut que · il faut encore · faut il · besoin de · besoin d une · besoin d un · j ai une question ·
    pouvez vous verifier · suis bloque · en attente de · en attente depuis · j attends mon · j attends ma · j attends mes · j attends le ·
    j attends la · j attends depuis · quand est ce · comment je · comment on · comment puis · pourquoi je · pourquoi est · malheureusement non ·
    malheureusement pas · malheureusement toujours · ne fermez pas · ne pas fermer · ne cloturez pas · laissez ouvert · annuler ma · annuler mon ·
    modifier mon · modifier ma · changer mon · changer ma · verifier a nouveau · verifier encore · revoir ma · je dois · que dois je · une seconde ·
    une petite seconde · deux secondes · 2 secondes · un instant · instant · une minute · une minute svp · attends deux · minute papillon ·
    je reviens tout de suite · bouge pas · bougez pas · gre de · saurions gre · saurais gre · serait bien aimable · ce serait bien ·
    ce serait bien si · ce serait sympa · ce serait gentil · ce serait top si · ca serait bien · ca serait cool si · si quelqu un pouvait ·
    si quelqu un peut · si vous pouviez · si vous pouvez · si tu pouvais · si on pouvait · serait possible · serions reconnaissants ·
    serais reconnaissant · vous serais reconnaissant · vous serions · nous vous prions · prions de · vous prions · merci de nous · merci de m ·
    merci de confirmer · merci de corriger · merci de rappeler · merci de revenir · nous sollicitons · sollicite · sollicitons · demandons ·
    nous demandons · exige · j exige · exigeons · avocat · ufc · relance · je relance · petite relance · je me permets · me permets de ·
    rappel de ma · mise en demeure · et pour le · et pour la · et pour les · quid · quid de · quid du · faut que · faut il vous · c normal ·
    c normal que · est normal que · on fait comment · on fait quoi · je fais comment · je fais quoi · je vois avec qui · avec qui · a qui ·
    pour quand · vers qui · comment faut · il reste · il nous reste · je cherche a · j attends que · en attendant que · dans l attente de ·
    remboursez moi · rendez moi · rendez · ajoutez · ajouter un · rajouter · retirez · retirer · changez · modifiez · corrigez · rectifiez ·
    rectifier · reparez · reglez · resolvez · expliquez · expliquez moi · transferez · transferez moi · passez moi · mettez · mettez moi · indiquez ·
    indiquez moi · precisez · rouvrez · rouvrir · reouvrir · reouvrez · ou pas · ou non · oui ou non`,
  trouble: `
    ne marche pas · marche pas · marche plus · ne marche plus · ne marche toujours pas · marche toujours pas · marche tjrs pas · ca marche pas ·
    ca marche plus · ne fonctionne pas · fonctionne pas · fonctionne plus · ne fonctionne plus · ne fonctionne toujours pas ·
    fonctionne toujours pas · toujours pas · tjs pas · tjrs pas · tjrs · toujours le meme · toujours rien · toujours la meme · toujours en panne ·
    toujours bloque · encore un · encore le meme · encore la meme · encore en · encore plante · encore une erreur · encore une fois le ·
    a nouveau le · a nouveau en · meme probleme · meme erreur · meme chose · meme souci · c est pareil · ca recommence · ca a recommence ·
    recommence · ca recoupe · ca replante · ca plante · a plante · plante encore · ca bug · ca bugue · bugue · ca coupe · ca rame · freeze · fige ·
    se fige · se bloque · ne charge pas · charge pas · ne s ouvre pas · s ouvre pas · s affiche pas · ne s affiche pas · n apparait pas ·
    apparait pas · ne demarre pas · demarre pas · ne repond pas · ne repond · repond pas · personne ne · aucune reponse · aucune nouvelle · rien ne ·
    rien recu · rien n a · rien a change · ca ne change rien · ne change rien · pas de reponse · pas de nouvelles · pas recu · pas eu · pas pu ·
    pas arrive · pas la · pas acces · pas possible · impossible de · n arrive pas · j arrive pas · arrive pas · n y arrive pas · y arrive pas ·
    je ne peux pas · je peux pas · ne peux pas · peux pas · peux plus · je ne trouve pas · trouve pas · ne trouve pas · je ne vois pas · vois pas ·
    je ne recois pas · recois pas · recois plus · recois rien · je recois · n ai pas · ai pas · n ai toujours pas · n ai rien · ai toujours pas ·
    n ai plus · ai plus · n est toujours pas · est toujours pas · n y a pas · n y a aucun · n y a rien · il manque · il me manque · a disparu ·
    perdue · hors service · preleve · prelevement · debite · facture deux · trop paye · trop facture · erronee · errone · c est pire ·
    j ai toujours · j ai un message · j ai encore un · me dit que · me dit · m affiche · pirate · piratee · arnaque · escroquerie · vol ·
    inadmissible · toujours le · toujours la · toujours un · toujours une · n est toujours · ne marche · manque encore · manque toujours ·
    plus rien · et puis plus · encore down · encore en panne · est encore · c est encore · encore casse · encore bloque · c est toujours ·
    est toujours · a disparu de · n est pas arrive · n est pas dans · n est pas sur · n est pas la · n est pas bon · pas possible de · deux fois la ·
    en double · debite deux · a marche une heure · a marche un moment · ca a marche une · ca a marche puis · erreur est revenue · panne est revenue ·
    probleme est revenu · souci est revenu · bug est revenu · message est revenu · le probleme revient · revient sans cesse · revient toujours ·
    personne · pas d accord · ne suis pas d accord · desaccord · en desaccord · tourne encore · tourne en boucle · en boucle · dans le vide ·
    tourne dans · ecran noir · ecran blanc · page blanche · ecran bleu · etait vide · arrive vide · arrive casse · abime · endommage · incomplet ·
    incomplete · montant est faux · c est 90 · alors que nous · alors qu on · alors que je · on nous facture · me facture · vous me facturez ·
    reste le point · reste a · reste en suspens · en suspens · sans reponse · reste sans · non resolu · non regle · non recu · non traite ·
    troisieme fois · deuxieme fois · seconde fois · devait me · devait nous · devait rappeler · devaient me · promis · avait promis · aviez promis ·
    m avait dit · m a dit que · on m avait dit · jamais rappele · jamais recu · jamais arrive · jamais repondu · personne n a rappele ·
    personne n appelle · aucun appel · aucun rappel · ignore ma · ignore mes · a ete ignore · a ete ignoree · ete ignoree · ferme mon ·
    ferme le ticket sans · avez ferme · avez cloture · cloture sans · cloture trop · trop tot · s eteint · ne s allume · s allume pas ·
    s allume plus · ne charge plus · charge plus · demarre plus · repond plus · imprime pas · imprime plus · sonne pas · sonne plus · capte plus ·
    capte pas · se deconnecte · deconnecte · me deconnecte · me jette · me refuse · clignote · chauffe · est mort · brique · une brique · grise ·
    grisee · rien ne se · ne se passe · mene a · mene nulle part · nulle part · introuvable · trouve plus · plus acces · acces refuse · j ai perdu ·
    perdu mes · a perdu mes · ont disparu · sont plus la · n est plus la mes · me demande une · me demande un · demande une licence ·
    demande un mot · est refuse · est refusee · refuse a chaque fois · le meme bug · meme bug · re le meme · de reessayer · viens de reessayer ·
    il en manque · il m en manque · seulement une · seulement un · trop vite rejoui · crie victoire · ne rentre pas · ne correspond pas ·
    ne correspondent pas`,
  fault: `
    erreur · erreurs · probleme · problemes · souci · soucis · bug · bugs · aucun · aucune · rien · manque · manquent · casse · cassee · en panne ·
    panne · refuse · refusee · rejete · expire · expiree · faux · fausse · incorrect · incorrecte · mauvais · mauvaise · pire · vide · double ·
    perdu · impossible · pareil · coupe · rame · n est pas · est pas · n a pas · a pas · ne sont pas · sont pas · n y a · n est plus · est plus ·
    dit que · affiche · plante · le meme · la meme · deux fois · dysfonctionnement · dysfonctionnements · coupure · coupures · plantage · plantages ·
    interruption · interruptions · incident · incidents · message d erreur · pannes · alerte · alertes · anomalie · anomalies · embetement`,
  opinion: `
    j adore · adore · j aime · aime bien · aime pas · deteste · prefere · decu · decue · decevant · decevante · deception · frustrant · frustrante ·
    enervant · agacant · penible · nul · nulle · nuls · nullissime · horrible · affreux · catastrophique · catastrophe · honte · honteux ·
    lamentable · scandaleux · ridicule · inacceptable · dommage · mediocre · moyen · moyenne · bof · mouais · pas terrible · pas mal · pas top ·
    passable · cher · chere · trop cher · lent · lente · lents · trop lent · trop long · tres long · complique · compliquee · confus · confuse ·
    difficile · facile · facile a utiliser · simple · intuitif · ergonomique · professionnel · professionnels · professionnelle · competent ·
    competente · competents · incompetent · incompetents · impoli · desagreable · agreable · a l ecoute · souriant · le support · votre support ·
    le service · votre service · votre appli · votre produit · nouvelle version · nouvelle interface · experience · je recommande · recommande ·
    recommanderai · recommanderais · concurrence · concurrent · concurrents · je vais changer · je change · plus jamais · a chaque fois ·
    chaque fois · je trouve · a mon avis · selon moi · honnetement · franchement · globalement · dans l ensemble · en general · pourrait etre ·
    amelioration · a revoir · peut mieux faire · j esperais · surpris · bluffe · impressionne · impressionnee · confiance · client depuis ·
    cliente depuis · felicitations · continuez · continuez comme ca · le meilleur · la meilleure · meilleur · meilleure · mieux que · pire que ·
    desespere · desesperant · mieux avant · c etait mieux · cauchemar · un cauchemar · patiente · patient · tres patient · tres patiente ·
    mon interlocuteur · mon interlocutrice · conseiller tres · lise enfin · ni bon · sans plus · pas au niveau · a desirer · laisse a desirer ·
    deroutant · deroutante · a ameliorer · sympathique · sympathiques · satisfaite · toujours satisfait · toujours satisfaite · tres satisfait ·
    tres satisfaite · vraiment nul · minable · pitoyable · deplorable · exasperant · insupportable · intolerable · scandale · un scandale ·
    arnaqueurs · voleurs · menteurs · foutage · se moque · moquez · moque de nous · a fuir · parfait service · exceptionnel · exceptionnelle ·
    irreprochable · remarquable · epatant · hors pair · imbattable · incroyable · stable · instable · fluide · lourd · lourde · moche · joli ·
    jolie · beau · pratique · peu pratique · robotise · copier coller · reponses automatiques · reponses toutes faites · mepris · meprisant ·
    hautain · chaleureux · chaleureuse · bienveillant · bienveillante · triste · tristesse · pff · pfff · grr · zut · purée · tu parles · vive ·
    attendais a mieux · je m attendais · m attendais · pour ce prix · le prix · les prix · prix est · tarifs sont · des semaines pour ·
    semaines pour repondre · mois pour · ans que je · depuis dix ans · toujours au top · toujours bien · toujours aimable · toujours gentil ·
    jamais decu · jamais decue · attente est · attente trop · trop d attente · attente interminable · des heures d attente · des heures a attendre ·
    l appli est · l application est · le produit est · le bot est · service client au top · service client est · plutot correct · service correct ·
    ca reste correct · mails pour qu · personne n a prevenu · la dame etait · le monsieur etait · la personne etait · conseillere tres · design est ·
    interface est · qualite est · bonne qualite · mauvaise qualite · pas ouf · pas fou · pas folle · pas genial · pas terrible du tout · pas degueu ·
    pas mauvais · eclate · eclatee · eclate au sol · claque au sol · a chier · de la merde · merdique · pourri · pourrie · naze · nazes ·
    une tuerie · tuerie · une dinguerie · dinguerie · frais · pepite · une pepite · bijou · un bijou · perle · une perle · regal · un regal ·
    professionnalisme · courtoisie · courtois · courtoise · amabilite · amateur · amateurs · fait amateur · bricolage · baclé · bacle · baclee ·
    mal traduit · mal traduite · mal fichu · mal foutu · mal faite · mal fait · bien faite · bien fait · bien faites · bien faits · bien fichu ·
    bien pense · mal concu · bien concu · trop petit · trop petits · trop petite · trop grand · trop sombre · trop clair · trop bruyant ·
    trop de mails · trop de rubriques · trop de pubs · a mon gout · m a coute · coute que · ne m a coute · penibles · etaient penibles ·
    c est bien mieux · bien mieux · fait plaisir · ca fait plaisir · plaisir d · quel plaisir · un plaisir · accueil chaleureux · elegant ·
    elegante · expedie · expediee · expedie en · m a ecoute · ecoute · ecoutee · on m a ecoute · bien traite · bien traitee · mal traite ·
    mal traitee · torture · prison · criminel · incompetence · clowns · cirque · rigolos · charlots · bandits · escrocs · bravo pour · jamais vu ca ·
    meilleur support · meilleur service · jamais eu · que j aie jamais · je reviendrai · ne reviendrai pas · ne reviendrai plus · ne recommande pas ·
    serieux · serieuse · serieuses · attentif · attentive · attentionne · attentionnee · prevenant · prevenante · devoue · devouee · humain ·
    humaine · froid · froide · sec · seche · odieux · odieuse · malpoli · malpolie · bacles · inefficace · inefficaces · inutile · inutiles ·
    ringard · vieillot · desuet · surcharge · brouillon · brouillonne · soigne · soignee · rien de special · rien d exceptionnel · sans interet ·
    ca va sans · passable sans · mitige · mitigee · c etait long · un peu long · quand meme long · trop de blabla · blabla · questionnaire ·
    questionnaires · enquete · enquetes · sondage · sondages · ne recommande jamais · recommande rien · recommande jamais rien · mon entourage ·
    autour de moi · n est pas concerne · pas concerne · difficile a dire · trop tot pour · pas d avis · sans avis · peux pas juger ·
    font des efforts · on sent que · ca se voit que · etait mieux · c etait mieux avant · interdite · interdite par · devrait etre interdit ·
    recommande jamais · quel bonheur de lire · paragraphe type`,
  matter: `
    facture · paiement · commande · colis · livraison · compte · abonnement · licence · mot de passe · mail · email · recu fiscal · factures ·
    commandes · comptes · licences · remise · contrat · devis · acces · imprimante · telephone · ecran · lien · fichier · fichiers · montant ·
    solde · bon d achat · avoir sur · compensation · dedommagement · carte bancaire · poste · postes · virement`,
  topic: `
    produit · appli · application · logiciel · outil · notice · manuel · mode d emploi · documentation · doc · recherche · mode sombre · menu ·
    interface · design · fonction · fonctionnalite · site · site web · bot · robot · chatbot · agent · conseiller · conseillere · interlocuteur ·
    interlocutrice · collegue · jeune homme · jeune femme · dame · monsieur · technicien · technicienne · boutique · magasin · entreprise · videos ·
    formation · musique d attente · musique · personnel · accueil · version · qualite · rubriques · staff`,
};
