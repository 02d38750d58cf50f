import type { Vocabulary } from "./vocabulary.ts";

/** What Spanish-speaking people say to a support desk when they want something, complain or judge. */
export const SPANISH_WANTS: Vocabulary = {
  ask: `
    podeis · podrias · podria · podrian · podriais · me puedes · me puede · me pueden · me podeis · me podrias · me podria · me podrian · se puede ·
    puedo · podemos · es posible · seria posible · hay alguna · hay algun · hay alguien · hay forma · hay novedades · hay noticias · alguna novedad ·
    alguna noticia · novedades · alguien ahi · alguien me · hay alguien ahi · siguen ahi · sigues ahi · sigue ahi · estan ahi · estas ahi ·
    esta ahi · me leen · me lees · tiene que · teneis · han podido · habeis podido · cuando llega · cuando estara · y cuando · donde esta ·
    donde puedo · y donde · adonde · como hago · como puedo · como se · y como · como lo · como va · por que · porque no · y por que · cual es ·
    con quien · cuanto · cuanta · cuantos · cuantas · cuanto tiempo · cuanto tarda · cuanto cuesta · que hago · que tengo · que debo · que pasa ·
    que paso · que significa · que puedo · y que · y ahora que · ahora que · y ahora · para cuando · desde cuando · hasta cuando · por favor ·
    porfavor · porfa · porfis · plis · xfa · xfavor · pf · necesito · necesitamos · necesitaria · quiero saber · quisiera · queria · queria saber ·
    queria preguntar · queremos · me gustaria · nos gustaria · quisieramos · avisenme · avisame · avisame cuando · aviseme · me avisan · me avisas ·
    me avisa · me avisais · avisen · diganme · dime · digame · decidme · me dicen · me dices · me dice · me confirman · me confirmas · me confirma ·
    confirmenme · confirmame · confirmar · enviame · envienme · envieme · enviarme · me envian · me envias · me mandan · me mandas · mandame ·
    mandenme · mandeme · mandarme · pasame · pasenme · me pasan · me pasas · llamenme · llamame · llameme · me llaman · me llamas · escribanme ·
    escribame · respondan · responda · respondeme · contesten · conteste · contestame · ayudenme · ayudame · ayudeme · ayuda por favor ·
    necesito ayuda · revisen · revisa · revisar · revise · revisarlo · reviseis · miren · mira otra · miralo · comprobar · comprueben · verificar ·
    verifiquen · cambien · cambiarme · cancelen · cancela · eliminar · borrar · borren · dar de baja · darme de baja · la baja · devolucion ·
    reembolso · reembolsen · desbloquear · restablecer · otra pregunta · una pregunta · una consulta · otra consulta · otra duda · una duda ·
    tengo una · tengo otra · tengo un · tengo dudas · me queda una · me queda la duda · me surge · preguntar · otra cosa · otra cosita · una cosa ·
    una cosita · una ultima · algo mas · una mas · tambien necesito · tambien quiero · tambien me · otro problema · otro tema · nuevo problema ·
    no se · no lo se · no se como · no se si · no entiendo · no entendi · no comprendo · no me queda claro · no queda claro · no estoy seguro ·
    no estoy segura · esperen · espere · esperad · un momento · momentito · aguarda · espero respuesta · espero su · espero tu · espero vuestra ·
    espero noticias · esperando · sigo esperando · sigo a la espera · a la espera · quedo a la espera · quedo atento · quedo atenta ·
    quedo pendiente · pendiente de · estoy esperando · llevo esperando · lamentablemente · desgraciadamente · por desgracia · solo que ·
    el unico problema · todavia no · aun no · no del todo · no exactamente · no es eso · eso no · no era eso · eso no es · no es correcto ·
    no esta bien · no esta resuelto · no esta solucionado · no se ha · no se resolvio · urgente · es urgente · lo antes posible · cuanto antes ·
    inmediatamente · para hoy · para manana · hablar con · con una persona · con un humano · una persona real · persona real · un agente ·
    un supervisor · su supervisor · encargado · reclamar · reclamacion · queja · denunciar · adjunto · le adjunto · les adjunto · aqui esta ·
    aqui va · aqui tienen · mi numero · mi correo · mi pedido es · numero de pedido · se me olvido · olvide · me olvide · he olvidado · ^puede ·
    ^pueden · ^puedes · ^tienen · ^tienes · ^como · ^cuando · ^donde · ^cual · ^cuales · ^quien · ^quienes · ^ayuda · ^espera · ^duda · ^dudas ·
    ^pregunta · ^preguntas · ^consulta · ^cambiar · ^cancelar · ^urge · ^alguien · ^alguna · ^algun · ^ultima · quiero · me puede decir ·
    me pueden decir · pueden revisar · puede revisar · puedes revisar · pueden ver · puede ver · pueden mirar · pueden enviar · puede enviar ·
    pueden cambiar · puede cambiar · ^y la · ^y el · ^y lo · ^y si · ^y los · ^y las · ^y mi · cuando me · como me · llevo dias · llevo una semana ·
    llevo dos · llevo horas · llevamos esperando · llevamos dias · alguien puede · alguna solucion · alguna respuesta · quien me · mi dinero ·
    aparte necesito · ademas necesito · ademas me · volver a mirar · volver a revisar · de nuevo por favor · otra vez por favor · no cierren ·
    no cierre · no lo cierren · dejenlo abierto · falta saber · un segundo · un segundito · segundito · un ratito · ahorita vuelvo · un minuto ·
    un minutito · dame un · deme un · denme un · me regala un · me regalas · le agradeceria · les agradeceria · te agradeceria · os agradeceria ·
    se lo agradeceria · agradeceria · agradeceriamos · agradecere · agradecemos nos · rogamos · rogamos nos · ruego · le ruego · les ruego ·
    se ruega · solicito · solicitamos · se solicita · pido · pedimos · le pido · les pido · te pido · sirvanse · sirvase · tengan a bien ·
    tenga a bien · seria tan amable · seria bueno que · seria bueno si · estaria bien que · estaria bien si · estaria bueno que · ojala alguien ·
    ojala puedan · si alguien pudiera · si alguien puede · si pudieran · si pudieras · si pudiera · si me pudieran · si fueran tan ·
    si fuera posible · alguien que me · alguien deberia · quien puede · quien me ayuda · cuando puedan · cuando puedas · cuando pueda · a ver si ·
    y que hay de · que hay de · que hay con · y la compensacion · es normal que · es normal · sera que · exijo · exigimos · abogado · consumidor ·
    profeco · demanda · demandar · mando algun · mando el · hace falta · haria falta · me hace falta · regresenme · devuelvanme · devuelvame ·
    regresen · quiten · quitenme · agreguen · agregar a · den de · pongan · cambienme · corrijan · corregir la · corrija · arreglen · arreglenlo ·
    soluciones · solucionen · solucionenlo · resuelvan · atiendan · atiendanme · contactenme · contacten · comuniquense · comuniqueme · pasenme con ·
    comunicarme con · hagan algo · reabran · reabrir · reabra · recordatorio · up por favor · si o no · o que`,
  trouble: `
    no funciona · no me funciona · no funciono · sigue sin · sigue sin funcionar · sigo sin · siguen sin · sigue · sigo · siguen · seguimos ·
    sigue igual · sigue fallando · todavia · aun · aun sigue · no va · no me va · no anda · no me sirve · no sirvio · no jala · no carga ·
    no me carga · no abre · no se abre · no me abre · no enciende · no arranca · no inicia · no entra · no deja · no me deja · no puedo ·
    no podemos · no pude · no he podido · no logro · no consigo · no encuentro · no veo · no aparece · no me aparece · no sale · no me sale ·
    no llega · no me llega · no llego · no me llego · no me ha llegado · no ha llegado · no han llegado · no llega nada · no recibi · no recibo ·
    no he recibido · no hemos recibido · no tengo acceso · no cambia · no cambio nada · no cambio · no paso nada · no pasa · no hace · no hace nada ·
    no responde · no responden · no contestan · no me contestan · no me responden · nadie me · nadie responde · ninguna respuesta · sin respuesta ·
    sin acceso · sin exito · sin servicio · sin internet · sin cambios · de nuevo el · de nuevo no · otra vez no · otra vez lo mismo · otra vez el ·
    de nuevo lo · volvio · volvio a · volvio a fallar · vuelve a · ha vuelto a · ha vuelto · volvio a pasar · volvio el · el mismo error ·
    el mismo problema · mismo error · mismo problema · igual que antes · igual de · esta peor · fallo otra · fallando · da error · me da error ·
    da un error · dio error · me sale · me sale un · sale un · sale error · me aparece · aparece un · me dice que · dice que · se cae · se cayo ·
    se cuelga · se congela · se cierra · se bloquea · se bloqueo · averiado · me falta · me faltan · desaparecieron · se borro · perdi · esta vacio ·
    rechaza · me cobraron · cobraron · me han cobrado · cobro · dos veces · de mas · esta mal · no coincide · no quedo · hackearon · estafa ·
    fraude · robo · tampoco funciona · nada funciona · nada cambio · falta la · falta el · faltan dos · faltan 2 · nadie contesta · nadie ha ·
    me sigue · sigue el · continua el · continua igual · otra vez lo · lo mismo de · no sirve de nada · fallo otra vez · falla otra vez ·
    cobro doble · cobraron doble · nada carga · nada abre · nada de nada · no para nada · esta roto · ha desaparecido · funciono una hora ·
    funciono un rato · funciono hasta · fallo de nuevo · no estoy de acuerdo · no estamos de acuerdo · en desacuerdo · no concuerdo · no lleva ·
    no lleva a · no va a ningun · ningun lado · no me funciono · no funcionan · no les funciona · no nos funciona · no me reconoce · no reconoce ·
    no sincroniza · no imprime · no prende · no conecta · no se conecta · no se escucha · no suena · no se oye · no se ve · se apaga · se reinicia ·
    se traba · se pega · se queda · se quedo · pasmado · trabado · congelado · pegado · girando · sigue girando · da vueltas · en bucle ·
    pantalla negra · pantalla en blanco · en blanco · venia vacia · vacia · vino vacia · llego vacia · llego vacio · llego roto · llego rota ·
    llego danado · llego mal · incompleto · incompleta · falta uno · falta una · faltan · falta por · pendiente · queda pendiente ·
    quedan pendientes · sin resolver · sin contestar · me cobran · nos cobran · me estan cobrando · cobran · son 90 · y no 9 · y somos · somos 5 ·
    solo somos · tercera vez · segunda vez · por tercera vez · por segunda vez · quedo en · quedaron en · quedo de llamar · quedo en llamarme ·
    quedaron de · prometieron · me prometieron · prometio · dijeron que · me dijeron que · me dijo que · iban a · iba a llamar · nunca llamaron ·
    nunca llamo · nadie llamo · nadie llama · no me llamaron · no me han llamado · ni una llamada · ni una respuesta · cerraron el · cerraron sin ·
    cerraron mi · lo cerraron · han cerrado · me ignoraron · fui ignorado · me ignoran · me bota · me saca · me expulsa · me rechaza · no acepta ·
    no me acepta · no permite · no me permite · se desconecta · se va la · se fue la · parpadea · se calienta · muerto · murio · se murio ·
    hecho un ladrillo · ladrillo · un ladrillo · me pide · me pide una · me piden · pide licencia · continua sin · no encaja · no me cuadra ·
    no cuadra · solo me llego · solo me llegaron · solo llego · solo llegaron · de las 3 que · me cante victoria · cante victoria · faltan las ·
    faltan los · viene rota · viene roto · vino rota · vino roto`,
  fault: `
    error · errores · problema · problemas · averia · falta · faltan · nadie · ningun · mal · roto · rota · danado · danada · bloqueado · bloqueada ·
    caido · vacio · caducado · vencido · rechazado · rechazada · incorrecto · incorrecta · equivocado · equivocada · imposible · no es · no fue ·
    no era · no estan · no esta · no me · no lo · no la · no tiene · no hubo · no hay · continua · peor · doble · desaparecio · tampoco · no sirve ·
    no tengo · la misma · el mismo · lo mismo · otra vez · falla · fallo · fallas · fallos · corte · cortes · interrupcion · interrupciones ·
    inconveniente · inconvenientes · mensaje de error · caida · caidas · averias · bloqueos · atasco · lio · lios`,
  opinion: `
    me encanta · me encanto · me encantan · encanta · me gusta · me gusto · me gustan · me gustaba · no me gusta · no me gusto · odio · prefiero ·
    decepcion · decepcionado · decepcionada · decepcionante · frustrante · frustrado · frustrada · molesto · molesta · pesimo · pesima · fatal ·
    horrible · terrible · malo · mala · malisimo · malisima · el peor · la peor · peores · desastre · verguenza · vergonzoso · una pena · lastima ·
    ridiculo · caro · cara · caros · muy caro · barato · lento · lenta · lentos · muy lento · lentisimo · tardo · tardaron · tardan · tarda ·
    tardaron mucho · mucho tiempo · demasiado · demasiada · demasiados · complicado · complicada · confuso · confusa · confunde · facil de usar ·
    facil · dificil · intuitivo · intuitiva · comodo · incomodo · profesional · profesionales · poco profesional · competente · incompetente ·
    inutil · inutiles · grosero · grosera · educado · educada · buen servicio · excelente servicio · mal servicio · mala atencion · pesimo servicio ·
    buen soporte · el soporte · el bot · diseno · interfaz · calidad · experiencia · recomiendo · recomendaria · recomendable · recomendar ·
    me cambio · nunca mas · creo que · pienso que · opino · en mi opinion · la verdad · en general · sinceramente creo · podria ser mejor ·
    podrian mejorar · mejorable · mejoraria · regular · normalito · mas o menos · sorprendido · sorprendida · impresionado · confianza ·
    cliente desde · cliente de · felicidades · felicitaciones · enhorabuena · sigan asi · seguid asi · el mejor · la mejor · mejor que · peor que ·
    el trato · trato · atento · atentos · atenta · desespera · desesperante · carisimo · carisima · estuvo caido · nadie aviso · antes era ·
    era mejor · flojo · floja · flojos · bastante · simpatico · simpatica · simpaticos · muy contentos · contentos · pesadilla · una pesadilla ·
    al menos · paciencia · mucha paciencia · la chica · el chico · la agente · el agente · fue muy · resolutivo · resolutivos · resolutiva ·
    correos para · bravo · vaya · menuda · menudo · esperaba mas · por ese precio · deja mucho · deja bastante · deja que desear · que desear ·
    ni fu · meh · pasable · aceptable · impecable · insuperable · inmejorable · sobresaliente · excepcional · deplorable · lamentable · nefasto ·
    nefasta · patetico · tomadura · robo de · un robo · abuso · abusivo · abusivos · estafadores · mentirosos · ignoran · ignorado · pasan de ·
    pasotas · plantillas · respuestas automaticas · robotico · feo · fea · bonita · practico · util pero · estable · inestable · va lento ·
    va fatal · odioso · aburrido · aburrida · triste · tristeza · que pena · vergüenza · increible pero · alucinante · flipante · una pasada ·
    la caña · molan · mola · padre · padrisimo · poca madre · bacan · divino · divina · agilidad · agiles · agil · eficaz · eficaces · servicial ·
    serviciales · cercano · cercanos · humano · trato humano · el precio · los precios · precio es · semanas para · semanas esperando una ·
    meses para · anos con ustedes · anos siendo · anos usando · siempre atentos · siempre amables · siempre bien · siempre excelente · siempre me ·
    siempre ayudan · siempre tardan · nunca fallan · nunca decepcionan · esperaba algo · esperaba mejor · esperaba un · podrian ser · la app es ·
    la app va · la app esta bien · el producto es · el servicio es · el servicio fue · buena app · mejor antes · me voy a la competencia ·
    me voy con · ni tan mal · nada mal · ni bien ni mal · profesionalidad · profesionalismo · amabilidad con · cortesia · mal traducido ·
    mal traducida · bien hecho · mal hecho · mal explicado · bien explicado · ladrones · rateros · sinverguenzas · payasos · circo · basura ·
    porqueria · asco · da asco · mierda · caca · chafa · cutre · chapuza · chapuceros · de aficionados · aficionados · amateur · amateurs ·
    me costo el · me costo un · terribles · horribles · pesado · cansado · cansino · elegante · elegantes · sencillo · sencilla · da gusto ·
    asi da gusto · un placer · placer · fue un placer · delicia · una delicia · belleza · una belleza · preciosa · precioso · hermoso · hermosa ·
    padrisima · padrisimas · chidisimo · chidisima · chulada · una chulada · una joya · mejoro · ha mejorado · ha empeorado · mucho mejor que ·
    como a una reina · como a un rey · me trataron · trataron · nos trataron · me escucharon · me despacharon · despacharon · para mi gusto ·
    a mi gusto · demasiadas opciones · demasiados correos · tortura · carcel · crimen · delito · no volveria · no vuelvo · no vuelvo a comprar ·
    no compro · no comprare · volveria · repetiria · lo recomiendo · no lo recomiendo · recomendadisimo · dedicados · dedicado · diligente ·
    diligentes · empatico · empatica · empatia · calidez · calido · calida · frio · fria · antipatico · antipatica · borde · bordes · maleducado ·
    maleducados · negligente · negligentes · inepto · ineptos · incompetencia · ineficiente · ineficaz · eficiente · eficientes · intachable ·
    de primera · de primer nivel · de diez la · top el · deficiente · insuficiente · correcto sin mas · sin mas · normal nada · nada especial ·
    nada del otro · del monton · encuesta · encuestas · pesadas · pesados · se nota que · se esfuerzan · no conozco a nadie · nadie que use ·
    no recomiendo nada · no suelo recomendar · no puedo opinar · no sabria decir · dificil de decir · poco tiempo para opinar · en mi entorno ·
    mi familia no · mucho rollo · mucha vuelta · demasiado rollo · tanta vuelta · fue mejor · ya fue mejor · largo · larga · muy largo · muy buenos ·
    muy buenas · muy bueno · muy buena`,
  matter: `
    factura · pago · pedido · paquete · envio · cargo · contrasena · cuenta · suscripcion · licencia · correo · email · recibo · facturas · pedidos ·
    cuentas · licencias · descuento · contrato · presupuesto · acceso · impresora · telefono · pantalla · enlace · archivo · archivos · importe ·
    saldo · cupon · compensacion · puesto · puestos · tarjeta · router · celular`,
  topic: `
    producto · app · aplicacion · programa · software · herramienta · manual · instrucciones · guia · documentacion · busqueda · buscador ·
    modo oscuro · menu · interfaz · diseno · funcion · pagina web · sitio · bot · robot · chatbot · agente · asesor · asesora · representante ·
    companera · joven · senorita que · muchacho · muchacha · chico · chica · tecnico · tienda · empresa · videos · capacitacion · musica de espera ·
    musiquita · personal · atencion al cliente · version · precios · calidad`,
  turn: `
    salvo que · excepto que · menos que · excepto`,
};
