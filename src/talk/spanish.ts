import type { Vocabulary } from "./vocabulary.ts";

/** What Spanish-speaking people say to a support desk when it has helped, or has not. */
export const SPANISH: Vocabulary = {
  thanks: `
    gracias · gracia · grax · grs · grac · gcias · graciass · muchas gracias · mil gracias · muchisimas gracias · muchas grcias · gracias por · se agradece ·
    te agradezco · le agradezco · les agradezco · os agradezco · agradezco · agradecido · agradecida · agradecidos · muy agradecido · muy agradecida · thx ·
    gracias de nuevo · gracias otra vez`,
  courtesy: `
    ok · okey · okay · oki · okis · vale · vale vale · va · dale · listo · perfecto · perfect · perfecta · genial · estupendo · excelente · fenomenal · fantastico ·
    maravilloso · buenisimo · super · guay · chido · chevere · bacano · de lujo · de diez · bien · muy bien · todo bien · esta bien · buena · bueno · que bueno ·
    que bien · increible · espectacular · maravilla · una maravilla · brutal · crack · cracks · maquina · maquinas · fiera · grande · grandes · eres el mejor ·
    eres la mejor · eres un crack · eres lo maximo · sois los mejores · sois geniales · son los mejores · son lo maximo · los mejores · entendido · entiendo ·
    comprendido · de acuerdo · claro · clarisimo · por supuesto · recibido · anotado · tomo nota · enterado · enterada · si · sip · si gracias · correcto · exacto ·
    eso es · asi es · asi lo hare · lo hare · lo pruebo · lo probare · voy a probar · pruebo · probare · lo reviso · lo revisare · de nada · no hay de que · a ti ·
    a usted · a ustedes · a vosotros · igualmente · igual para ti · tu tambien · usted tambien · no hay problema · sin problema · no pasa nada · no te preocupes ·
    no se preocupe · no se preocupen · no importa · tranquilo · tranquila · no hace falta · no gracias · nada mas · nada mas gracias · eso es todo · eso era todo ·
    es todo · eso seria todo · seria todo · es lo que necesitaba · era lo que necesitaba · justo lo que necesitaba · sin mas dudas · sin dudas · no tengo mas dudas ·
    no tengo mas preguntas · no mas preguntas · ninguna duda · ninguna otra duda · me queda claro · queda claro · aclarado · duda aclarada · duda resuelta · adios ·
    hasta luego · hasta pronto · hasta la proxima · hasta manana · chao · chau · bye · nos vemos · cuidate · cuidese · cuidense · abrazo · un abrazo · abrazos · besos ·
    buen dia · buenas noches · buena tarde · buena noche · buena semana · buen fin de semana · buen finde · que tenga buen dia · que tengas buen dia ·
    que tengan buen dia · que tenga un buen dia · que tengas un buen dia · que tengan un buen dia · feliz dia · feliz tarde · feliz noche · feliz finde ·
    feliz fin de semana · feliz semana · feliz navidad · feliz ano · bendiciones · dios te bendiga · dios los bendiga · dios le bendiga · que descanses · que descanse ·
    jaja · jajaja · jajajaja · jeje · jejeje · xd · uf · uff · ah · ahh · aja · oh · ay · por fin · al fin · menos mal · gracias a dios · que alivio · que rapidez ·
    que rapidos · que rapido · que eficiencia · muy rapido · muy rapidos · rapidisimo · rapidisimos · muy amable · muy amables · amable · amables · que amable ·
    que amables · encantado · encantada · contento · contenta · feliz · satisfecho · satisfecha · tranquilos · buen trabajo · buena atencion · excelente atencion ·
    excelente servicio gracias · me ayudaste · me ayudo · me ayudo mucho · me ha ayudado · me has ayudado · me han ayudado · me habeis ayudado · de mucha ayuda ·
    de gran ayuda · gran ayuda · me salvaste · me salvaron · me has salvado · me habeis salvado · salvado · me sirve · me sirvio · sirvio · me fue util · muy util ·
    fue mi error · error mio · culpa mia · perdon por · perdone por · disculpa por · disculpe por · disculpen la · perdon por la molestia · disculpa la molestia ·
    aviso si · les aviso si · os aviso si · te aviso si · le aviso si · cualquier cosa aviso · cualquier cosa les aviso · cualquier cosa te aviso ·
    cualquier cosa os digo · si algo aviso · les aviso · te aviso · os aviso · ya les cuento · espero · esperare · sin prisa · no hay prisa · perdon · disculpa ·
    disculpe · disculpen`,
  solved: `
    funciona · ya funciona · funciona bien · funciona perfecto · funciona perfectamente · ahora funciona · ahora si funciona · ya funciona todo · ya me funciona ·
    me funciona · me funciono · funciono · ya funciono · todo funciona · ya va · ya va bien · va bien · ya me va · ya anda · anda · ya anda bien · anda bien · ya sirve ·
    ya jala · ya quedo · quedo · ya esta · ya esta todo · ya estaria · ya esta listo · esta listo · todo listo · listo ya · ya listo · solucionado · ya solucionado ·
    esta solucionado · se soluciono · ya se soluciono · problema solucionado · solucionada · resuelto · ya resuelto · esta resuelto · todo resuelto · se resolvio ·
    ya se resolvio · problema resuelto · resuelta · arreglado · ya arreglado · ya se arreglo · se arreglo · esta arreglado · ahora si · ya pude · ya puedo ·
    pude entrar · ya pude entrar · ya puedo entrar · ya entre · pude · lo logre · lo consegui · conseguido · ya lo tengo · lo tengo · ya me llego · me llego · ya llego ·
    llego · llego bien · recibi · ya recibi · ya lo recibi · lo recibi · lo encontre · ya lo encontre · ya lo veo · ya me aparece · ya aparece · ya no falla · no falla ·
    ya no da error · ya no me da error · ya no sale · ya no sale el error · ya no tengo problemas · ya no hay problema · ya no hay problemas · ya no hay error ·
    ya no pasa · ya no ocurre · ya no se cuelga · ya no se cierra · no mas problemas · no mas errores · sin problemas · sin errores · sin ningun problema · sin novedad ·
    todo en orden · todo correcto · todo ok · todo perfecto · todo genial · todo claro · todo solucionado · todo arreglado · mucho mejor · mejor ahora · como antes ·
    como siempre bien · como nuevo · a la primera · pueden cerrar · puede cerrar · puedes cerrar · podeis cerrar · cerrar el ticket · cerrar el caso ·
    cierren el ticket · se puede cerrar · pueden cerrarlo · sin mas problemas · no era nada · era mi culpa · fue mi culpa · era culpa mia · culpa mia · error mio ·
    era la cache · era el cache · fue la cache · era yo · era cosa mia · me equivoque · me habia equivocado · tenia mal · estaba mal yo · no me sale el error ·
    ya no me sale · ya me salio · ya salio · ya abrio · ya abre · ya carga · ya entra · ya entro · ya me deja · ya me dejo · llegaron · ya llegaron · ya estan ·
    me llegaron · todo llego · desaparecio el error · se fue el error · el error se fue · el error desaparecio · ya no hace falta · ya no lo necesito ·
    ya no es necesario · ya esta solucionado · quedo solucionado · quedo resuelto · quedo listo · solucionado todo · solo era · solo era que · ya me quedo claro ·
    me quedo claro · ya no me sale el error · tenia mal la · perdon era`,
  filler: `
    el · la · los · las · lo · un · una · unos · unas · o · de · del · al · a · en · con · por · para · que · tu · tus · su · sus · mi · mis · me · te · se · le · les ·
    os · nos · yo · ustedes · vosotros · usted · muy · mucho · mucha · muchas · muchos · todo · toda · todos · todas · tan · tanto · mas · ya · ahora · hoy · ayer ·
    manana · tambien · asi · es · son · era · fue · ha · han · has · habeis · he · hay · esta · estan · este · esto · eso · esa · ese · ayudarme · ayudar · ayudado ·
    ayudaron · atencion · atenciones · apoyo · soporte · servicio · equipo · respuesta · responder · contestar · informacion · info · paciencia · tiempo · rapidez ·
    rapida · rapido · amabilidad · gestion · explicacion · aclaracion · aclarar · aclararme · dedicacion · eficiencia · eficacia · interes · solucion · solucionarlo ·
    solucionar · resolver · resolverlo · arreglarlo · dia · dias · tarde · noche · semana · fin · finde · bonito · lindo · linda · excelentes · buenas · buenos · gente ·
    amigo · amigos · amiga · chicos · chicas · bro · hermano · senor · senora · senorita · estimados · estimado · sr · sra · nuevo · vez · otra · pronta · pronto ·
    favor no · verdad · realmente · sinceramente · corazon · primera · minuto · minutos · hora · horas · segundo · segundos · igual · cualquier · cosa · si algo ·
    momento · hola gracias · hola muchas · haber · parte · partes · la ayuda · tu ayuda · su ayuda · vuestra ayuda · toda la ayuda · toda su ayuda · por la ayuda ·
    gran ayuda · buena ayuda · nada · lunes · martes · miercoles · jueves · viernes · sabado · domingo · por aqui · por ahora · por mi parte · departamento · compras ·
    actualizado · hemos`,
  ask: `
    podeis · podrias · podria · podrian · podriais · me puedes · me puede · me pueden · me podeis · me podrias · me podria · me podrian · se puede · puedo · podemos ·
    es posible · seria posible · hay alguna · hay algun · hay alguien · hay forma · hay novedades · hay noticias · alguna novedad · alguna noticia · novedades ·
    alguien ahi · alguien me · hay alguien ahi · siguen ahi · sigues ahi · sigue ahi · estan ahi · estas ahi · esta ahi · me leen · me lees · tiene que · teneis ·
    han podido · habeis podido · cuando llega · cuando estara · y cuando · donde esta · donde puedo · y donde · adonde · como hago · como puedo · como se · y como ·
    como lo · como va · por que · porque no · y por que · cual es · con quien · cuanto · cuanta · cuantos · cuantas · cuanto tiempo · cuanto tarda · cuanto cuesta ·
    que hago · que tengo · que debo · que pasa · que paso · que significa · que puedo · y que · y ahora que · ahora que · y ahora · para cuando · desde cuando ·
    hasta cuando · por favor · porfavor · porfa · porfis · plis · xfa · xfavor · pf · necesito · necesitamos · necesitaria · quiero saber · quisiera · queria ·
    queria saber · queria preguntar · queremos · me gustaria · nos gustaria · quisieramos · avisenme · avisame · avisame cuando · aviseme · me avisan · me avisas ·
    me avisa · me avisais · avisen · diganme · dime · digame · decidme · me dicen · me dices · me dice · me confirman · me confirmas · me confirma · confirmenme ·
    confirmame · confirmar · enviame · envienme · envieme · enviarme · me envian · me envias · me mandan · me mandas · mandame · mandenme · mandeme · mandarme · pasame ·
    pasenme · me pasan · me pasas · llamenme · llamame · llameme · me llaman · me llamas · escribanme · escribame · respondan · responda · respondeme · contesten ·
    conteste · contestame · ayudenme · ayudame · ayudeme · ayuda por favor · necesito ayuda · revisen · revisa · revisar · revise · revisarlo · reviseis · miren ·
    mira otra · miralo · comprobar · comprueben · verificar · verifiquen · cambien · cambiarme · cancelen · cancela · eliminar · borrar · borren · dar de baja ·
    darme de baja · la baja · devolucion · reembolso · reembolsen · desbloquear · restablecer · otra pregunta · una pregunta · una consulta · otra consulta · otra duda ·
    una duda · tengo una · tengo otra · tengo un · tengo dudas · me queda una · me queda la duda · me surge · preguntar · otra cosa · otra cosita · una cosa ·
    una cosita · una ultima · algo mas · una mas · tambien necesito · tambien quiero · tambien me · otro problema · otro tema · nuevo problema · no se · no lo se ·
    no se como · no se si · no entiendo · no entendi · no comprendo · no me queda claro · no queda claro · no estoy seguro · no estoy segura · esperen · espere ·
    esperad · un momento · momentito · aguarda · espero respuesta · espero su · espero tu · espero vuestra · espero noticias · esperando · sigo esperando ·
    sigo a la espera · a la espera · quedo a la espera · quedo atento · quedo atenta · quedo pendiente · pendiente de · estoy esperando · llevo esperando ·
    lamentablemente · desgraciadamente · por desgracia · solo que · el unico problema · todavia no · aun no · no del todo · no exactamente · no es eso · eso no ·
    no era eso · eso no es · no es correcto · no esta bien · no esta resuelto · no esta solucionado · no se ha · no se resolvio · urgente · es urgente ·
    lo antes posible · cuanto antes · inmediatamente · para hoy · para manana · hablar con · con una persona · con un humano · una persona real · persona real ·
    un agente · un supervisor · su supervisor · encargado · reclamar · reclamacion · queja · denunciar · adjunto · le adjunto · les adjunto · aqui esta · aqui va ·
    aqui tienen · mi numero · mi correo · mi pedido es · numero de pedido · se me olvido · olvide · me olvide · he olvidado · ^puede · ^pueden · ^puedes · ^tienen ·
    ^tienes · ^como · ^cuando · ^donde · ^cual · ^cuales · ^quien · ^quienes · ^ayuda · ^espera · ^duda · ^dudas · ^pregunta · ^preguntas · ^consulta · ^cambiar ·
    ^cancelar · ^urge · ^alguien · ^alguna · ^algun · ^ultima · quiero · me puede decir · me pueden decir · pueden revisar · puede revisar · puedes revisar ·
    pueden ver · puede ver · pueden mirar · pueden enviar · puede enviar · pueden cambiar · puede cambiar · ^y la · ^y el · ^y lo · ^y si · ^y los · ^y las · ^y mi ·
    cuando me · como me · llevo dias · llevo una semana · llevo dos · llevo horas · llevamos esperando · llevamos dias · alguien puede · alguna solucion ·
    alguna respuesta · quien me · mi dinero · aparte necesito · ademas necesito · ademas me · volver a mirar · volver a revisar · de nuevo por favor ·
    otra vez por favor · no cierren · no cierre · no lo cierren · dejenlo abierto · falta saber`,
  trouble: `
    no funciona · no me funciona · no funciono · sigue sin · sigue sin funcionar · sigo sin · siguen sin · sigue · sigo · siguen · seguimos · sigue igual ·
    sigue fallando · todavia · aun · aun sigue · no va · no me va · no anda · no me sirve · no sirvio · no jala · no carga · no me carga · no abre · no se abre ·
    no me abre · no enciende · no arranca · no inicia · no entra · no deja · no me deja · no puedo · no podemos · no pude · no he podido · no logro · no consigo ·
    no encuentro · no veo · no aparece · no me aparece · no sale · no me sale · no llega · no me llega · no llego · no me llego · no me ha llegado · no ha llegado ·
    no han llegado · no llega nada · no recibi · no recibo · no he recibido · no hemos recibido · no tengo acceso · no cambia · no cambio nada · no cambio ·
    no paso nada · no pasa · no hace · no hace nada · no responde · no responden · no contestan · no me contestan · no me responden · nadie me · nadie responde ·
    ninguna respuesta · sin respuesta · sin acceso · sin exito · sin servicio · sin internet · sin cambios · de nuevo el · de nuevo no · otra vez no ·
    otra vez lo mismo · otra vez el · de nuevo lo · volvio · volvio a · volvio a fallar · vuelve a · ha vuelto a · ha vuelto · volvio a pasar · volvio el ·
    el mismo error · el mismo problema · mismo error · mismo problema · igual que antes · igual de · esta peor · fallo otra · fallando · da error · me da error ·
    da un error · dio error · me sale · me sale un · sale un · sale error · me aparece · aparece un · me dice que · dice que · se cae · se cayo · se cuelga ·
    se congela · se cierra · se bloquea · se bloqueo · averiado · me falta · me faltan · desaparecieron · se borro · perdi · esta vacio · rechaza · me cobraron ·
    cobraron · me han cobrado · cobro · dos veces · de mas · esta mal · no coincide · no quedo · hackearon · estafa · fraude · robo · tampoco funciona · nada funciona ·
    nada cambio · falta la · falta el · faltan dos · faltan 2 · nadie contesta · nadie ha · me sigue · sigue el · continua el · continua igual · otra vez lo ·
    lo mismo de · no sirve de nada · fallo otra vez · falla otra vez · cobro doble · cobraron doble · nada carga · nada abre · nada de nada · para nada · no para nada ·
    esta roto · ha desaparecido · funciono una hora · funciono un rato · funciono hasta · fallo de nuevo`,
  fault: `
    error · errores · problema · problemas · averia · factura · pago · pedido · paquete · envio · cargo · contrasena · cuenta · suscripcion · licencia · correo · email ·
    falta · faltan · nadie · ningun · mal · roto · rota · danado · danada · bloqueado · bloqueada · caido · vacio · caducado · vencido · rechazado · rechazada ·
    incorrecto · incorrecta · equivocado · equivocada · imposible · no es · no fue · no era · no estan · no esta · no me · no lo · no la · no tiene · no hubo · no hay ·
    continua · peor · doble · desaparecio · tampoco · no sirve · no tengo · la misma · el mismo · lo mismo · otra vez · falla · fallo`,
  opinion: `
    me encanta · me encanto · me encantan · encanta · me gusta · me gusto · me gustan · me gustaba · no me gusta · no me gusto · odio · prefiero · decepcion ·
    decepcionado · decepcionada · decepcionante · frustrante · frustrado · frustrada · molesto · molesta · pesimo · pesima · fatal · horrible · terrible · malo · mala ·
    malisimo · malisima · el peor · la peor · peores · desastre · verguenza · vergonzoso · una pena · lastima · ridiculo · caro · cara · caros · muy caro · precio ·
    precios · barato · lento · lenta · lentos · muy lento · lentisimo · tardo · tardaron · tardan · tarda · tardaron mucho · mucho tiempo · demasiado · demasiada ·
    demasiados · semanas · meses · complicado · complicada · confuso · confusa · confunde · facil de usar · facil · dificil · intuitivo · intuitiva · comodo · incomodo ·
    profesional · profesionales · poco profesional · competente · incompetente · inutil · inutiles · grosero · grosera · educado · educada · buen servicio ·
    excelente servicio · mal servicio · mala atencion · pesimo servicio · buen soporte · el soporte · el servicio · el producto · la app · la aplicacion · la web ·
    el bot · la nueva · el nuevo · diseno · interfaz · calidad · experiencia · recomiendo · recomendaria · recomendable · recomendar · competencia · me cambio · me voy ·
    nunca mas · nunca · siempre · cada vez · creo que · pienso que · opino · en mi opinion · la verdad · en general · sinceramente creo · podria ser mejor ·
    podrian mejorar · deberian · deberia · mejorable · mejorar · mejoraria · regular · normalito · mas o menos · esperaba · ojala · espero que · sorprendido ·
    sorprendida · impresionado · confianza · cliente desde · cliente de · anos · felicidades · felicitaciones · enhorabuena · sigan asi · seguid asi · el mejor ·
    la mejor · mejor que · peor que · el trato · trato · atento · atentos · atenta · desespera · desesperante · carisimo · carisima · estuvo caido · nadie aviso ·
    antes era · era mejor · antes · flojo · floja · flojos · bastante · simpatico · simpatica · simpaticos · muy contentos · contentos · pesadilla · una pesadilla ·
    al menos · paciencia · mucha paciencia · la chica · el chico · la agente · el agente · fue muy · resolutivo · resolutivos · resolutiva · correos para · bravo ·
    vaya · menuda · menudo · esperaba mas · por ese precio · deja mucho · deja bastante · deja que desear · que desear · ni fu · meh · pasable · aceptable · impecable ·
    insuperable · inmejorable · sobresaliente · excepcional · deplorable · lamentable · nefasto · nefasta · patetico · tomadura · robo de · un robo · abuso · abusivo ·
    abusivos · estafadores · mentirosos · ignoran · ignorado · pasan de · pasotas · plantillas · respuestas automaticas · robotico · feo · fea · bonita · practico ·
    util pero · estable · inestable · va lento · va fatal · odioso · aburrido · aburrida · triste · tristeza · que pena · vergüenza · increible pero · alucinante ·
    flipante · una pasada · la caña · molan · mola · padre · padrisimo · poca madre · bacan · divino · divina · agilidad · agiles · agil · eficaz · eficaces ·
    servicial · serviciales · cercano · cercanos · humano · trato humano`,
  hail: `
    hola · holaa · buenas · ola · buenos dias · buenas tardes · oigan · oye · oiga · hola buenas`,
  denial: `
    no · nunca · ni`,
  because: `
    porque · por · ya que · pues · debido · pero · gracias a · aunque · por que · x · de mi parte`,
  turn: `
    pero · sin embargo · aunque`,
  closing: `
    saludos · un saludo · un cordial saludo · cordial saludo · saludos cordiales · atentamente · atte · cordialmente`,
  past: `
    el mes pasado · la semana pasada · el ano pasado · la ultima vez · hace un ano · hace meses · hace semanas · al principio · en su dia · anteriormente · solia`,
  and: `
    y · e · hasta que · luego`,
};
