import type { Vocabulary } from "./vocabulary.ts";

/** What Spanish-speaking people say to a support desk that has helped them, and the words between. */
export const SPANISH: Vocabulary = {
  thanks: `
    gracias · gracia · grax · grs · grac · gcias · graciass · muchas gracias · mil gracias · muchisimas gracias · muchas grcias · gracias por ·
    se agradece · te agradezco · le agradezco · les agradezco · os agradezco · agradezco · agradecido · agradecida · agradecidos · muy agradecido ·
    muy agradecida · thx · gracias de nuevo · gracias otra vez · grcs · grsias · grasias · grazie · gracis · muchs grax · mil grax · muchas grax ·
    un millon de gracias · infinitas gracias · eternamente agradecido · eternamente agradecida · muy agradecidos · dios se lo pague ·
    dios te lo pague · dios les pague · agradecimiento · agradecimientos · agradecemos · le agradecemos · les agradecemos · os agradecemos ·
    se les agradece · se le agradece · se lo agradezco · te lo agradezco · os lo agradezco · thank you · thanks · merci · ty · agradecidisimo ·
    agradecidisima · reconocimiento · me quito el sombrero · chas gracias · graxias`,
  courtesy: `
    ok · okey · okay · oki · okis · vale · vale vale · va · dale · listo · perfecto · perfect · perfecta · genial · estupendo · excelente ·
    fenomenal · fantastico · maravilloso · buenisimo · super · guay · chido · chevere · bacano · de lujo · de diez · bien · muy bien · todo bien ·
    esta bien · buena · bueno · que bueno · que bien · increible · espectacular · maravilla · una maravilla · brutal · crack · cracks · maquina ·
    maquinas · fiera · grande · grandes · eres el mejor · eres la mejor · eres un crack · eres lo maximo · sois los mejores · sois geniales ·
    son los mejores · son lo maximo · los mejores · entendido · entiendo · comprendido · de acuerdo · claro · clarisimo · por supuesto · recibido ·
    anotado · tomo nota · enterado · enterada · si · sip · si gracias · correcto · exacto · eso es · asi es · asi lo hare · lo hare · lo pruebo ·
    lo probare · voy a probar · pruebo · probare · lo reviso · lo revisare · de nada · no hay de que · a ti · a usted · a ustedes · a vosotros ·
    igualmente · igual para ti · tu tambien · usted tambien · no hay problema · sin problema · no pasa nada · no te preocupes · no se preocupe ·
    no se preocupen · no importa · tranquilo · tranquila · no hace falta · no gracias · nada mas · nada mas gracias · eso es todo · eso era todo ·
    es todo · eso seria todo · seria todo · es lo que necesitaba · era lo que necesitaba · justo lo que necesitaba · sin mas dudas · sin dudas ·
    no tengo mas dudas · no tengo mas preguntas · no mas preguntas · ninguna duda · ninguna otra duda · me queda claro · queda claro · aclarado ·
    duda aclarada · duda resuelta · adios · hasta luego · hasta pronto · hasta la proxima · hasta manana · chao · chau · bye · nos vemos · cuidate ·
    cuidese · cuidense · abrazo · un abrazo · abrazos · besos · buen dia · buenas noches · buena tarde · buena noche · buena semana ·
    buen fin de semana · buen finde · que tenga buen dia · que tengas buen dia · que tengan buen dia · que tenga un buen dia ·
    que tengas un buen dia · que tengan un buen dia · feliz dia · feliz tarde · feliz noche · feliz finde · feliz fin de semana · feliz semana ·
    feliz navidad · feliz ano · bendiciones · dios te bendiga · dios los bendiga · dios le bendiga · que descanses · que descanse · jaja · jajaja ·
    jajajaja · jeje · jejeje · xd · uf · uff · ah · ahh · aja · oh · ay · por fin · al fin · menos mal · gracias a dios · que alivio · que rapidez ·
    que rapidos · que rapido · que eficiencia · muy rapido · muy rapidos · rapidisimo · rapidisimos · muy amable · muy amables · amable · amables ·
    que amable · que amables · encantado · encantada · contento · contenta · feliz · satisfecho · satisfecha · tranquilos · buen trabajo ·
    buena atencion · excelente atencion · excelente servicio gracias · me ayudaste · me ayudo · me ayudo mucho · me ha ayudado · me has ayudado ·
    me han ayudado · me habeis ayudado · de mucha ayuda · de gran ayuda · gran ayuda · me salvaste · me salvaron · me has salvado ·
    me habeis salvado · salvado · me sirve · me sirvio · sirvio · me fue util · muy util · aviso si · les aviso si · os aviso si · te aviso si ·
    le aviso si · cualquier cosa aviso · cualquier cosa les aviso · cualquier cosa te aviso · cualquier cosa os digo · si algo aviso · les aviso ·
    te aviso · os aviso · ya les cuento · espero · esperare · sin prisa · no hay prisa · a la orden · a sus ordenes · para servirle · listoo ·
    listop · sale · sale y vale · sale pues · orale · andale · arre · simon · sipi · sii · sisi · okas · okei · oka · oc · ta bien · ta bueno ·
    ta ok · tabien · bueno pues · bueno gracias · buenazo · buenisima · joya · barbaro · de pelos · de maravilla · de lo mejor · macanudo · piola ·
    bakan · bacan · al pelo · todo nice · nice · cool · top · wow · guau · olé · ole · bravo gracias · eso · esoo · toma · vamos · vamoos · vamonos ·
    aleluya · alabado sea · bendito · bendito sea dios · gloria a dios · que alegria · que maravilla · que bonito · que lindo · que gusto ·
    que ilusion · que felicidad · que tranquilidad · que grandes · que grande · que crack · que cracks · que pro · que amor · que buena onda ·
    buena onda · que buena gente · que majo · que majos · majos · majo · maja · sois majisimos · son un amor · son unos angeles · es un angel ·
    un angel · angeles · un sol · eres un sol · sois un sol · un encanto · unos cracks · un genio · genio · genia · genios · idolo · idolos ·
    campeon · campeones · heroe · heroes · te amo · los amo · los quiero · te quiero · quedamos a su disposicion · quedo a su disposicion ·
    a su disposicion · a tu disposicion · quedamos a la orden · quedo a la orden · reciban · reciba · reciba un · reciban un ·
    reciban un cordial saludo · un saludo cordial · un fuerte abrazo · abrazo grande · abrazote · besitos · beso · saluditos · que les vaya ·
    que les vaya bien · que les vaya bonito · que te vaya bien · que le vaya bien · que os vaya bien · que esten bien · que este bien ·
    que estes bien · pasen buen · pasen buena · pase buen · pase buena · que pasen · que pase · lindo dia · lindo finde · bonita tarde · bonito dia ·
    excelente dia · excelente tarde · feliz jueves · feliz viernes · buen fin · buen descanso · buen provecho · con permiso · hasta otra ·
    hasta siempre · hasta el lunes · hasta ahora gracias · chaito · chaucito · bai · bay · ahi nos vemos · ahi se ven · conforme · estoy conforme ·
    estamos conformes · de acuerdo por nuestra parte · por nuestra parte todo · por mi parte todo · todo por mi parte · queda registrado ·
    queda anotado · anotadisimo · apuntado · me lo apunto · tomamos nota · confirmado · confirmo · confirmamos · confirmo recepcion · acuso recibo ·
    esta perfecto · esta genial · esta bueno · esta ok · me parece bien · me parece perfecto · me viene bien · nos viene bien · me queda bien ·
    me va bien · nos va bien · perfecto para mi · si vuelve a pasar · si vuelve a pasar les escribo · si vuelve a ocurrir · si vuelve a fallar ·
    si pasa otra vez · si pasa de nuevo · si se repite · si surge algo · si surge · si hay algo · si necesito algo · si acaso · les escribo ·
    les escribo si · yo les aviso · le aviso · os digo · ya os digo · ya te digo · ya les digo · ya avisare · avisare · les avisare · os avisare ·
    lo tendre en cuenta · lo tengo en cuenta · lo intento · lo intentare · intentare · voy a intentarlo · voy a intentar · lo checo ·
    lo voy a checar · voy a revisar · lo paso · se lo paso · se lo digo · le digo · nada mas por ahora · nada mas por hoy · por ahora nada ·
    por ahora nada mas · nada nada · nada gracias · no nada · no nada mas · ninguna mas · no gracias eso es todo · eso seria · era eso ·
    era solo eso · solo eso · solo era eso · nomas eso · con eso · con eso basta · con eso tengo · con eso me basta · no se preocupe usted ·
    no hay cuidado · no hay pedo · no hay drama · no pasa na · sin rencores · sin agobios · sin apuro · no corre prisa · aguardo tranquilo`,
  solved: `
    funciona · ya funciona · funciona bien · funciona perfecto · funciona perfectamente · ahora funciona · ahora si funciona · ya funciona todo ·
    ya me funciona · me funciona · me funciono · funciono · ya funciono · todo funciona · ya va · ya va bien · va bien · ya me va · ya anda · anda ·
    ya anda bien · anda bien · ya sirve · ya jala · ya quedo · quedo · ya esta · ya esta todo · ya estaria · ya esta listo · esta listo ·
    todo listo · listo ya · ya listo · solucionado · ya solucionado · esta solucionado · se soluciono · ya se soluciono · problema solucionado ·
    solucionada · resuelto · ya resuelto · esta resuelto · todo resuelto · se resolvio · ya se resolvio · problema resuelto · resuelta · arreglado ·
    ya arreglado · ya se arreglo · se arreglo · esta arreglado · ahora si · ya pude · ya puedo · pude entrar · ya pude entrar · ya puedo entrar ·
    ya entre · pude · lo logre · lo consegui · conseguido · ya lo tengo · lo tengo · ya me llego · me llego · ya llego · llego · llego bien ·
    recibi · ya recibi · ya lo recibi · lo recibi · lo encontre · ya lo encontre · ya lo veo · ya me aparece · ya aparece · ya no falla · no falla ·
    ya no da error · ya no me da error · ya no sale · ya no sale el error · ya no tengo problemas · ya no hay problema · ya no hay problemas ·
    ya no hay error · ya no pasa · ya no ocurre · ya no se cuelga · ya no se cierra · no mas problemas · no mas errores · sin problemas ·
    sin errores · sin ningun problema · sin novedad · todo en orden · todo correcto · todo ok · todo perfecto · todo genial · todo claro ·
    todo solucionado · todo arreglado · mucho mejor · mejor ahora · como antes · como siempre bien · como nuevo · a la primera · pueden cerrar ·
    puede cerrar · puedes cerrar · podeis cerrar · cerrar el ticket · cerrar el caso · cierren el ticket · se puede cerrar · pueden cerrarlo ·
    sin mas problemas · no era nada · era mi culpa · fue mi culpa · era culpa mia · culpa mia · error mio · era la cache · era el cache ·
    fue la cache · era yo · era cosa mia · me equivoque · me habia equivocado · tenia mal · estaba mal yo · no me sale el error · ya no me sale ·
    ya me salio · ya salio · ya abrio · ya abre · ya carga · ya entra · ya entro · ya me deja · ya me dejo · llegaron · ya llegaron · ya estan ·
    me llegaron · todo llego · desaparecio el error · se fue el error · el error se fue · el error desaparecio · ya no hace falta ·
    ya no lo necesito · ya no es necesario · ya esta solucionado · quedo solucionado · quedo resuelto · quedo listo · solucionado todo · solo era ·
    solo era que · ya me quedo claro · me quedo claro · ya no me sale el error · tenia mal la · perdon era · ahora esta bien · ya esta bien ·
    esta bien ahora · ya esta bien todo · ya estuvo · ya estuvo gracias · ya quedo todo · quedo perfecto · quedo de diez · quedo bien ·
    ya quedo bien · quedo arreglado · ya se ve · ya se ve bien · se ve bien · ya se escucha · ya se oye · ya suena · ya suena el · ya imprime ·
    ya escanea · ya sincroniza · ya conecta · ya conecto · ya prende · ya prendio · ya enciende · ya encendio · ya arranco · ya arranca ·
    ya responde · ya marcha · marcha · marcha bien · ya tira · tira · tira bien · ya corre · ya camina · ya chuta · chuta · ya pita · rula ·
    ya rula · ya rueda · ya reproduce · ya carga bien · ya volvio · volvio la · volvio el internet · volvio la luz · volvio la imagen ·
    volvio el sonido · regreso · ya regreso · ya hay · ya tengo acceso · ya tengo internet · ya tengo · ya esta activo · ya esta activa · activado ·
    activada · desbloqueado · desbloqueada · habilitado · habilitada · restablecido · restablecida · restaurado · restaurada · corregido ·
    corregida · ya corregido · esta corregido · actualizado ya · sincronizado · conectado · conectada · descargado · descargados · instalado ·
    ya instalado · ya lo instale · baje los · los baje · pude bajar · pude descargar · pude imprimir · pude pagar · pude enviar · pude acceder ·
    pude ingresar · pude conectarme · ya ingrese · logre entrar · logre ingresar · logre · ya logre · por fin pude · lo pude · ya lo pude ·
    lo solucione · lo resolvi · lo arregle · me lo arreglaron · me lo solucionaron · lo arreglaron · arreglaron · lo solucionaron · se arreglo solo ·
    se soluciono solo · se compuso · compuesto · ya se compuso · ya esta compuesto · subsanado · subsanada · incidencia resuelta ·
    incidencia cerrada · asunto cerrado · asunto resuelto · caso cerrado · caso resuelto · tema cerrado · tema resuelto · damos por cerrado ·
    damos por resuelto · doy por cerrado · doy por resuelto · lo doy por · cierro · cierro el · cierren · cierrenlo · cierrelo · ciérralo · cerrad ·
    lo pueden cerrar · lo puedes cerrar · pueden dar por cerrado · llegaron hoy · llego hoy · llego ayer · llego todo · llego completo ·
    llegaron bien · llegaron todos · ya los recibi · los recibi · recibidos · recibida · recibi todo · recibi el · recibi la · me abonaron ·
    ya me abonaron · me devolvieron · ya me devolvieron · me reembolsaron · ya me reembolsaron · abonado · reembolsado · acreditado ·
    ya me acreditaron · ya cobre · desde que reinicie · desde el reinicio · despues de reiniciar · al reiniciar · tras reiniciar · reinicie y ·
    reiniciando · con reiniciar · era el wifi · era la wifi · era mi wifi · era el cable · era el router · era mi router · era la extension ·
    era el navegador · era mi navegador · era el antivirus · era el adblock · era el bloqueador · era un tema mio · era un error mio ·
    era problema mio · era problema nuestro · era de mi lado · era de nuestro lado · era de mi casa · estaba desconectado · estaba desconectada ·
    estaba desenchufado · desenchufado · estaba apagado · estaba en silencio · estaba en spam · en spam · en la carpeta de spam · carpeta de spam ·
    correo no deseado · escribi mal · la escribi mal · lo escribi mal · puse mal · lo puse mal · lo tenia mal · mayusculas · tenia las mayusculas ·
    me confundi · me habia confundido · error de dedo · error de tipeo · dedazo · no habia visto · no lo habia visto · ya lo vi · lo vi · ya vi ·
    vi que · no ha vuelto a pasar · no volvio a pasar · no ha vuelto a fallar · no volvio a fallar · no ha vuelto a salir · no se ha repetido ·
    no se repitio · ya no se repite · no ha pasado mas · no me ha pasado mas · nunca mas fallo · desde entonces bien · desde entonces todo bien ·
    desde entonces no · como la seda · como un reloj · de maravilla · sin fallos · sin fallas · sin cortes · sin inconvenientes · sin contratiempos ·
    todo bajo control · todo anda · todo en su sitio · completo · esta completo · esta todo · ahi esta · ahi estan · ya estan ahi · estan los dos ·
    estan las dos · en perfecto estado · ya esta en mi cuenta · ya esta en · ya estan en · acabo de pagar · acabo de recibir · acabo de recibirlo ·
    me llegaron todos · ya me aparecen · ya aparecen · descargada · recibido todo · recibidas · ya esta abonado · coincide todo · todo cuadra ·
    ya cuadra`,
  filler: `
    el · la · los · las · lo · un · una · unos · unas · o · de · del · al · a · en · con · por · para · que · tu · tus · su · sus · mi · mis · me ·
    te · se · le · les · os · nos · yo · ustedes · vosotros · usted · muy · mucho · mucha · muchas · muchos · todo · toda · todos · todas · tan ·
    tanto · ya · ahora · hoy · ayer · manana · tambien · asi · es · son · era · fue · ha · han · has · habeis · he · hay · esta · estan · este ·
    esto · eso · esa · ese · ayudarme · ayudar · ayudado · ayudaron · atencion · atenciones · apoyo · soporte · servicio · equipo · respuesta ·
    responder · contestar · informacion · info · paciencia · tiempo · rapidez · rapida · rapido · amabilidad · gestion · explicacion · aclaracion ·
    aclarar · aclararme · dedicacion · eficiencia · eficacia · interes · solucion · solucionarlo · solucionar · resolver · resolverlo · arreglarlo ·
    dia · dias · tarde · noche · semana · fin · finde · bonito · lindo · linda · excelentes · buenas · buenos · gente · amigo · amigos · amiga ·
    chicos · chicas · bro · hermano · senor · senora · senorita · estimados · estimado · sr · sra · nuevo · vez · otra · pronta · pronto · favor no ·
    verdad · realmente · sinceramente · corazon · primera · minuto · minutos · hora · horas · segundo · segundos · igual · cualquier · cosa ·
    si algo · momento · hola gracias · hola muchas · haber · parte · partes · la ayuda · tu ayuda · su ayuda · vuestra ayuda · toda la ayuda ·
    toda su ayuda · por la ayuda · gran ayuda · buena ayuda · nada · lunes · martes · miercoles · jueves · viernes · sabado · domingo · por aqui ·
    por ahora · por mi parte · departamento · compras · actualizado · hemos · mas gracias · una vez mas · mas tarde · mas rapido · mas facil ·
    mucho mas · que mas · lo mas · el mas · la mas · los mas · mas que · mas de · ya mas · mas tranquilo · mas tranquila · mas claro · por ayuda ·
    por tanta ayuda · ayuda`,
  sorry: `
    perdon por · perdone por · disculpa por · disculpe por · disculpen la · perdon por la molestia · disculpa la molestia · perdon · disculpa ·
    disculpe · disculpen · fue mi error · error mio · culpa mia · lo siento · perdonen · perdonad · disculpad · disculpas · mis disculpas ·
    mil disculpas · que verguenza la mia · que tonto · que tonta · soy un tonto · que pena con ustedes · pena con ustedes · me siento tonto ·
    me siento tonta · falsa alarma · ups · sorry · la lata · la molestia · las molestias · despiste mio · que despiste · torpeza mia · mi culpa ·
    mea culpa`,
  hail: `
    hola · holaa · buenas · ola · buenos dias · buenas tardes · oigan · oye · oiga · hola buenas`,
  turn: `
    pero · sin embargo · aunque`,
  and: `
    y · e · hasta que · luego`,
  closing: `
    saludos · un saludo · un cordial saludo · cordial saludo · saludos cordiales · atentamente · atte · cordialmente`,
  denial: `
    no · nunca · ni`,
  because: `
    porque · por · ya que · pues · debido · pero · gracias a · aunque · x · de mi parte`,
  past: `
    el mes pasado · la semana pasada · el ano pasado · la ultima vez · hace un ano · hace meses · hace semanas · al principio · en su dia ·
    anteriormente · solia`,
};
