/** Given names that are hardly anything else, folded: they are taken for names where a sentence makes one likely. */
export const GIVEN: ReadonlySet<string> = new Set(
  [
    "aaron abigail adam adrian alan albert alejandro alejandra alex alexander alexandra alfred alice alicia alison amanda amelie amy ana andre",
    "andrea andreas andrew andrzej angela angelica anita anja anke ann anna anne annika anthony anton antonia antonio arthur astrid axel",
    "barbara bastian beatriz beatrice ben benedikt benjamin bernard bernd bernhard bettina birgit bjorn bjoern boris brenda brian brigitte bruno bruna",
    "caio camila camille carla carlos carmen carol carole carolin carsten catarina catherine cecile cecilia celina celine charles charlotte chloe",
    "christa christian christiane christina christine christoph christopher claudia claudio claus clemens colin connor cristina cristian cynthia",
    "daniel daniela danielle david deborah denis dennis derek diana diane diego dieter dirk dominik dominique doris dorothea douglas duarte",
    "edith edward edwin eduardo elena elias elisa elisabeth elise elizabeth elke ellen eleanor elsa emil emilia emilie emily emma enrique eric erik",
    "erika ernesto esther etienne eugenia eva evelyn fabian fabio fabrice felipe felicia fernanda fernando filipe florian francesca francesco",
    "francisca francisco francois francoise frederic frederik friedrich gabriel gabriela gabriele gary geoffrey george gerald gerd gerhard gerard",
    "gilles gisela gonzalo gregor gregory guenter guillaume guillermo gunter gustavo hanna hannah hans harald harriet heather hector heide heidi",
    "heike heinrich heinz helen helena helene helga helmut henri henrique henry herbert hermann hilda holger horst hubert hugo ian ignacio igor",
    "ines inga inge ingo ingrid irene irina isabel isabela isabell isabelle ivan jacob jacqueline jaime jakob jakub james jan jana jane janet",
    "janine jason javier jeffrey jennifer jens jeremy jerome jessica joan joana joanna joao joaquin joachim jochen johan johann johanna johannes john",
    "jonas jonathan jorg joerg jorge jose josef joseph josephine joshua juan juana judith julia julian juliana juliane julie julien juliette julio jurgen",
    "juergen justin jutta kai karen karin karina karl karla karsten kateryna katharina katherine kathrin katja katrin keith ken kenneth kerstin kevin",
    "kim klaus kristin kristina kurt lara larissa lars laura laurence laurent lea leandro lena leon leonard leonie leonardo leticia liam lillian linda",
    "lisa lorenzo louis louise luc luca lucas lucia luciana ludwig luis luisa luiz lukas luke lydia magdalena maike manfred manon manuel manuela",
    "marc marcel marcelo marco marcos marcus margaret margarita maria mariana marianne marie marina mario marion markus marlene marta martha martin",
    "martina mateo mateus matheus mathieu mathilde matthew matthias maurice mauricio maximilian megan melanie melissa michael michel michelle miguel mike",
    "mira miriam mohamed mohammed monica monika moritz nadia nadine natalia natalie nathalie nathan nelson nicola nicolas nicole niklas nikolaus nina",
    "noah noemi nora norbert nuno olaf oleg olga oliver olivia oscar oskar osvaldo otavio pablo pamela paola patricia patrice patrick patrizia paul",
    "paula paulina pauline paulo pedro peter petra philip philipp philippe phillip pierre pia quentin quiteria rachel rafael rafaela raimund rainer",
    "ralf ralph ramiro ramon raphael raquel raul rebecca regina reinhard renata renate rene ricarda ricardo richard rita robert roberta roberto rodrigo",
    "roland rolf ronald rosemary roger ruben rudiger rudolf ruth ryan sabine sabrina samantha samuel sandra sara sarah sascha scott sean sebastian",
    "sergio sergei sharon sheila sibylle siegfried sigrid silke silvia simon simone sofia solene sonia sonja sophia sophie stefan stefanie stephan",
    "stephanie stephen steve steven susan susana susanne suzanne sven svenja sybille sylvia sylvie tamara tania tanja tatiana teodoro teresa theo",
    "theresa therese thiago thierry thomas thorsten tiago tilda tilman tim timothy tobias tom tomas torsten tracy ulrich ulrike ursula ute uwe",
    "valentina valerie vanessa vera veronica veronika vicente victor vincent virginie viviane volker walter werner wilhelm william wolfgang xavier",
    "yasmin ylva yolanda yvonne yann yannick yves zoe kenji takeshi hiroshi yuki yuko haruka hanako taro naoko kazuko akira satoshi kenta daisuke",
    "mei wei ming ahmed ali fatima hassan ibrahim omar yusuf mustafa priya rahul sanjay anil deepak olena svetlana ludmila piotr pawel",
  ]
    .join(" ")
    .split(" "),
);

/** Words with a capital that are no names of persons, folded: days, words for parts people play, and what a sentence begins with. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  [
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember lunes martes miercoles jueves",
    "viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lundi mardi mercredi jeudi vendredi",
    "samedi dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre segunda terca quarta quinta sexta janeiro fevereiro",
    "marco maio junho julho setembro outubro novembro dezembro i you we they he she it this that these those the a an my our your his her their",
    "and or but so if when what who why how where there here all everyone everybody anyone guys folks people both again world sir madam madame",
    "friend friends team teams support service services customer customers client clients agent agents help helpdesk desk sales staff manager",
    "company colleague colleagues director president chief head department office care center centre mister reader",
    "damen herren herr frau zusammen alle kunde kunden kundin kundenservice kundendienst kundenbetreuung mitarbeiter mitarbeiterin kollege kollegen kollegin doktor",
    "professor direktor chef leute freunde grusse gruss grussen dank mann tochter sohn abteilung firma redaktion ihr sie wir ich es er das der die ein",
    "eine mein meine und oder aber bitte danke leider nach wann warum wie wo was wer",
    "equipo equipos soporte atencion senor senora senores senoras cliente clientes amigo amigos todos todas usuario usuarios empresa director doctor",
    "equipe suporte atendimento atendente senhor senhora senhores senhoras pessoal usuario time galera gente amiga doutor doutora",
    "clientele monsieur messieurs mesdames tous toutes chers docteur directeur maitre service equipe cher chere le la les un une des mon ma mes je tu il",
    "elle nous vous ils elles et ou mais si quand que qui pourquoi comment el los las una unos y o pero cuando por para no si yo usted nosotros o os as um",
    "uma e ou mas se quando porque eu voce nos the great good bad best bye ok okay yes no not never please thanks thank sorry done fine works working ciao",
    "tschuss bis gut super toll prima nein ja gracias adios todo bien merci oui non tout bon bien obrigado obrigada tchau tudo bom sim nao",
    "abracos abraco saludos saludo cordialement atenciosamente grusse salutations regards cheers love wishes beijos besos bises hello hola bonjour hallo ola oi hi hey",
    "windows android iphone google amazon apple microsoft linux chrome firefox safari excel word paypal visa mastercard internet wifi app web",
    "still just only also even now today tomorrow yesterday after before since because from with without for on in at by to of is are was were has have had",
    "will would can could should do does did",
  ]
    .join(" ")
    .split(" "),
);
