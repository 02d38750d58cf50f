import type { Vocabulary } from "./vocabulary.ts";

/** What people in Brazil, and in Portugal, say to a support desk that has helped them, and the words between. */
export const PORTUGUESE: Vocabulary = {
  thanks: `
    obrigado · obrigada · obrigadao · obrigadinha · obg · obgd · obgda · obgdo · obrigad · brigado · brigada · brigadao · muito obrigado ·
    muito obrigada · muito obg · mt obg · valeu · vlw · vlww · vlws · valeu mesmo · valeu demais · agradeco · agradecemos · agradecido · agradecida ·
    grato · grata · gratidao · muito grato · muito grata · thx · obrigado por · obrigada por · obrigado pela · obrigada pela · obrigado pelo ·
    obrigada pelo · fico grato · fico grata · gradecido · gradecida · obrigadissimo · obrigadissima · brigadinho · brigadinha · brigaduu · brigadu ·
    valeuzao · valeuu · mto obg · mil obrigados · mil vezes obrigado · agradecimento · agradecimentos · agradecidos · agradeco demais ·
    agradeco muito · eu agradeco · nos agradecemos · deus lhe pague · deus te pague · deus pague · gratos · gratas · muito gratos · sou grato ·
    sou grata · reconhecimento · thanks · thank you · gracias · brigadissimo · tks · tmj valeu · bgd · bgda`,
  courtesy: `
    ok · okay · okey · oks · blz · beleza · belezura · ta · ta bom · ta bem · ta otimo · ta certo · ta joia · ta blz · tudo bem · tudo bom ·
    tudo certo · certo · certinho · certeza · joia · legal · massa · show · show de bola · top · topzera · otimo · otima · perfeito · perfeita ·
    perfect · excelente · maravilha · maravilhoso · maravilhosa · fantastico · incrivel · sensacional · espetacular · bacana · bom demais ·
    muito bom · muito boa · bom · boa · demais · arrasou · arrasaram · sucesso · fechado · fechou · combinado · entendi · entendido · compreendido ·
    compreendi · anotado · pode deixar · sim · sim obrigado · isso · isso mesmo · isso ai · exato · exatamente · claro · clareou · ficou claro ·
    com certeza · de boa · suave · tranquilo · tranquila · sem problema · sem problemas · nao tem problema · nao tem de que · nao ha de que ·
    de nada · por nada · imagina · imagine · que isso · disponha · nao se preocupe · nao se preocupem · nao precisa · precisa nao · nao obrigado ·
    nao obrigada · nada mais · so isso · era so isso · e so isso · e isso · era isso · era isso mesmo · e tudo · isso e tudo · so isso mesmo ·
    sem mais duvidas · sem duvidas · nao tenho mais duvidas · nao tenho mais perguntas · nenhuma duvida · nenhuma outra duvida · duvida esclarecida ·
    duvida sanada · esclarecido · esclarecida · voce tambem · voces tambem · vc tambem · vcs tambem · tambem · igualmente · pra voce tambem ·
    pra vc tambem · pra voces tambem · para voce tambem · para voces tambem · tchau · tchauzinho · xau · ate mais · ate logo · ate breve ·
    ate a proxima · ate amanha · falou · flw · abraco · abracos · um abraco · bjs · bj · beijo · beijos · bom dia pra voce · bom dia para voce ·
    bom dia a todos · tenha um bom dia · tenha um otimo dia · tenham um bom dia · tenham um otimo dia · um bom dia · um otimo dia · otimo dia ·
    boa noite · boa tarde para voces · uma boa tarde · otima tarde · otima noite · boa semana · otima semana · bom fim de semana ·
    otimo fim de semana · bom fds · bom final de semana · otimo final de semana · bom descanso · bom trabalho · bons trabalhos · bom feriado ·
    feliz natal · feliz ano novo · boas festas · deus abencoe · deus te abencoe · deus abencoe voces · fica com deus · fiquem com deus · kkk · kkkk ·
    kkkkk · rs · rsrs · rsrsrs · haha · hahaha · hehe · ufa · uhu · eba · oba · aleluia · gracas a deus · ate que enfim · finalmente · enfim · ah ·
    ahh · aa · opa · nossa · uau · eita · hm · hum · que alivio · que bom · que otimo · que maravilha · que rapidez · que rapido · rapidos ·
    muito rapido · super rapido · rapidissimo · rapidinho · eficiente · eficientes · muito eficiente · atencioso · atenciosa · atenciosos ·
    muito atencioso · muito atenciosa · gentil · muito gentil · querido · querida · fofo · fofa · simpatico · simpatica · voces sao demais ·
    voces sao otimos · voces sao top · voces sao os melhores · vcs sao demais · vcs sao top · vcs sao os melhores · os melhores · as melhores ·
    voce e demais · vc e demais · voce e um anjo · anjo · feliz · contente · satisfeito · satisfeita · aliviado · aliviada · ajudou · ajudou muito ·
    me ajudou · me ajudou muito · ajudaram · ajudaram muito · me ajudaram · me ajudaram muito · ajudou demais · foi de grande ajuda ·
    de grande ajuda · grande ajuda · muito util · util · salvou · me salvou · salvaram · me salvaram · salvou meu dia · salvou minha vida ·
    parabens a · vou testar · vou tentar · vou ver · vou verificar · vou conferir · vou fazer · vou aguardar · aguardo entao · qualquer coisa aviso ·
    qualquer coisa eu aviso · qualquer coisa chamo · qualquer coisa eu chamo · qualquer coisa retorno · qualquer coisa volto · qualquer coisa falo ·
    aviso se · te aviso se · aviso vcs · sem pressa · tmj · tamo junto · tmjj · e nois · deixa pra la · deixa quieto · nada nao ·
    mais nada por enquanto · mais nada obrigado · sem mais · boa tarde pra voce · deixa · inte · okzao · okzinho · okay entao · okkk · ok entao ·
    blza · bele · belezinha · beleza entao · ta beleza · ta legal · ta show · ta top · ta maravilhoso · ta suave · suavao · sussa · firmeza ·
    firmao · fechou entao · fechado entao · demorou entao · daora · da hora · dahora · supimpa · bala · brabo · braba · brabissimo · monstro ·
    monstros · fera · feras · craque · craques · mito · mitos · rei · rainha · lacrou · lacraram · mandou bem · mandaram bem · mandou muito bem ·
    mandaram muito bem · arrebentou · arrebentaram · nota mil pra voces · amei voces · amo voces · amo vcs · te amo · anjos · uns anjos ·
    uns amores · um amor · amores · amor · luz · iluminada · iluminado · fofos · fofas · maravilhosos · maravilhosas · lindos · lindas · gente boa ·
    gente fina · deus te abencoe meu filho · deus abencoe sempre · que deus abencoe · que deus te · fique com deus · vai com deus · vao com deus ·
    amem · gloria · gloria a deus · louvado · nossa senhora obrigada · que alegria · que felicidade · que amor · que fofo · que fofa · que lindo ·
    que linda · que gracinha · que show · que massa · que top · que sorte · que bencao · bencao · uma bencao · bencaos · alivio · um alivio ·
    ufa que · graças · passar bem · passem bem · ate outra · ate qualquer hora · ate depois · ate segunda · te mais · a gente se fala ·
    a gente se ve · nos vemos · beijao · beijoca · beijinhos · bjos · bjus · bjo · bjao · cheiro · abc · abcs · abracao · forte abraco ·
    grande abraco · um abraco a todos · saude e paz · paz · bom domingo · bom sabado · boa sexta · boa quinta · otimo feriado · bom almoco ·
    boa sorte · bom restinho · bom resto de dia · fiquem bem · fique bem · se cuida · se cuidem · cuide se · tudo joia · tudo certinho ·
    tudo nos conformes · tudo sob controle · tudo tranquilo · tudo massa · tudo suave · de acordo · estou de acordo · estamos de acordo · concordo ·
    ciente · estou ciente · estamos ciente · estamos cientes · confirmado · confirmo · confirmamos · confirmo o recebimento · acuso recebimento ·
    registrado · fica registrado · anotei · ja anotei · tomei nota · positivo · positivo e operante · afirmativo · isso ae · isso mesmo obrigado ·
    perfeito pra mim · pra mim ta bom · pra mim ta otimo · esta otimo · esta perfeito · esta bom · esta bem · esta certo · me serve · me atende ·
    nos atende · atende sim · esta otimo para mim · esta combinado · ta combinado · fica combinado · se acontecer de novo ·
    se acontecer de novo eu chamo · se acontecer · se der problema de novo · se der problema · se der ruim · se voltar · se voltar eu aviso ·
    se voltar a acontecer · se precisar · se precisar eu chamo · se precisar chamo · se eu precisar · se surgir · se surgir algo · se tiver algo ·
    se tiver duvida · eu chamo · eu aviso · eu falo · eu retorno · te chamo · chamo voces · chamo vcs · chamo vc · entro em contato se ·
    volto a chamar · qualquer coisa grito · qqr coisa · qq coisa · qualquer coisa to aqui · vou dar uma olhada · vou olhar · vou fazer isso ·
    vou fazer assim · farei isso · farei · vou passar · vou repassar · vou avisar · repasso · passo pra equipe · ja vou fazer · vou nessa · to indo ·
    partiu · bora · vamo · mais nada · nada mais por hoje · so isso mesmo obrigado · era isso ai · e isso ai · nao so isso · nao era so isso ·
    nao e so isso · por hoje e so · por hoje e isso · por enquanto e so · por enquanto so · por enquanto nao · nao obg · nao precisa nao ·
    sem problemas nao · sem estresse · sem stress · sem crise · sem pressa nenhuma · relaxa · esquenta nao · nao esquenta · nao foi nada ·
    imagina que isso · ta tudo bem · ta tudo certo · tudo bem por aqui · tudo certo por aqui · fui valeu`,
  solved: `
    funcionou · funciona · funcionando · ta funcionando · esta funcionando · esta funcionando agora · tudo funcionando · ja funciona ·
    agora funciona · agora funcionou · agora ta funcionando · agora esta funcionando · voltou a funcionar · ja voltou · tudo voltou ·
    voltou ao normal · deu certo · ja deu certo · deu certo agora · deu certo aqui · agora deu certo · deu bom · deu boa · agora vai · agora sim ·
    ta indo · ta rodando · rodando · resolvido · resolvida · ta resolvido · esta resolvido · foi resolvido · tudo resolvido · ja resolvido ·
    problema resolvido · resolveu · ja resolveu · resolveram · consegui resolver · se resolveu · solucionado · solucionada · problema solucionado ·
    arrumado · arrumaram · consertado · consertou · corrigido · ficou bom · ficou otimo · ficou perfeito · ficou certo · consegui · ja consegui ·
    consegui entrar · consegui acessar · consegui aqui · consegui agora · conseguido · chegou · ja chegou · chegou aqui · acabou de chegar ·
    chegou certinho · recebi · ja recebi · recebi aqui · recebido · encontrei · achei · ja achei · apareceu · ja apareceu · ja ta aparecendo ·
    tudo em ordem · tudo ok · tudo perfeito · tudo pronto · feito · nao da mais erro · nao deu mais erro · nao ta mais dando erro · sem erros ·
    sem erro · sem mais erros · sem mais problemas · nao tenho mais problemas · nao tive mais problemas · nao tem mais erro · nao tem mais problema ·
    nao trava mais · nao esta mais travando · nao caiu mais · nao aparece mais · nao acontece mais · nao aconteceu mais · parou de dar erro ·
    parou de travar · o erro sumiu · erro sumiu · bem melhor · muito melhor · melhor agora · melhorou · como antes · de primeira · pode encerrar ·
    podem encerrar · pode fechar · podem fechar · encerrar o chamado · fechar o chamado · pode encerrar o chamado · ja esta tudo funcionando ·
    sumiu o erro · era o cache · era a minha senha · era minha senha · era erro meu · erro meu · era eu · ja normalizou · normalizou · ja ta normal ·
    chegaram · ja chegaram · ja vi · ja vejo · ja consigo · consigo acessar · consigo entrar · agora abre · agora abriu · abriu · agora entrou ·
    entrou · carregou · ja carregou · me enganei · eu que errei · tinha digitado errado · digitei errado · estava errada desculpa ·
    nao precisa mais · nao preciso mais · ja nao precisa · parou o erro · voltou o acesso · voltou tudo · funcionou aqui · foi resolvida · resolvi ·
    ja resolvi · resolvi aqui · era so · era so o · era so isso mesmo · minha senha que estava · foi aqui · ja foi resolvido · agora foi obrigado ·
    agora foi obrigada · agora foi valeu · agora foi sim · ja foi obrigado · ^pronto · e pronto · voltou sim · voltou agora · voltou a internet ·
    voltou a imagem · voltou o som · voltou o sinal · voltou a luz · voltou a tocar · voltou a imprimir · voltou a carregar · voltou a abrir ·
    voltou a ligar · voltou a conectar · voltou a sincronizar · voltou a responder · voltou a aparecer · voltou a rodar · voltou a tudo ·
    o login voltou · a imagem voltou · o som voltou · o sinal voltou · internet voltou · sistema voltou · ta de volta · esta de volta ·
    de volta ao normal · imprimiu · ta imprimindo · imprimindo · ta tocando · ta ligando · ligou · ja ligou · conectou · ja conectou · ta conectado ·
    conectado · sincronizou · ja sincronizou · atualizou · ja atualizou · baixou · baixei · ja baixei · baixei os · consegui baixar ·
    consegui imprimir · consegui pagar · consegui enviar · consegui logar · consegui abrir · logou · loguei · ja loguei · entrei · ja entrei ·
    destravou · destravado · desbloqueado · desbloqueada · desbloqueou · liberado · liberada · liberaram · liberou · ja liberou · foi liberado ·
    ativado · ativada · ativou · ja ativou · habilitado · habilitada · restabelecido · restabelecida · normalizado · normalizada · regularizado ·
    regularizada · corrigida · corrigiram · foi corrigido · ajustado · ajustada · ajustaram · ta ajustado · sanado · sanada · sanou · encerrado ·
    encerrada · caso encerrado · chamado encerrado · assunto encerrado · encerrar · pode encerrar por favor · pode fechar o chamado ·
    pode dar baixa · podem dar baixa · dar por encerrado · damos por encerrado · dou por encerrado · concluido · concluida · foi concluido ·
    finalizado · finalizada · pode finalizar · podem finalizar · chegou hoje · chegou bem · chegou tudo · chegou direitinho · chegou sim ·
    ja chegou tudo · chegaram hoje · chegaram os · chegaram as · recebi tudo · recebi o · recebi a · recebi os · recebi as · recebemos ·
    foi entregue · entregue · entregaram · caiu na conta · ja caiu na conta · o dinheiro caiu · o pix caiu · estornaram · ja estornaram ·
    foi estornado · estornado · reembolsado · reembolsaram · fui reembolsado · fui reembolsada · depois que reiniciei · desde que reiniciei ·
    apos reiniciar · depois de reiniciar · reiniciei e · reiniciando · foi so reiniciar · so reiniciar · era o wifi · era meu wifi · era o wi fi ·
    era o cabo · era o roteador · era o modem · era a extensao · era o navegador · era meu navegador · era o antivirus · era o bloqueador ·
    era o adblock · era coisa minha · era problema meu · era problema nosso · era do meu lado · era aqui de casa · era aqui · estava desligado ·
    tava desligado · tava desligada · tava fora da tomada · fora da tomada · desplugado · tava desconectado · tava no mudo · no mudo · tava no spam ·
    estava no spam · caixa de spam · no lixo eletronico · lixo eletronico · tava digitando errado · digitando errado · caps lock · me confundi ·
    me atrapalhei · eu que nao vi · eu nao tinha visto · nao tinha visto · agora vi · agora eu vi · achei aqui · achei sim · encontrei aqui ·
    nao aconteceu de novo · nao voltou a acontecer · nao deu mais problema · nao deu mais · nao caiu de novo · nunca mais caiu · nunca mais travou ·
    nunca mais deu · desde entonces · desde entao nada · desde entao tudo · redondinho · ta redondo · redondo · uma beleza · que e uma beleza ·
    liso · lisinho · sem quedas · sem falhas · sem travar · sem cair · ta tudo la · ta la · estao la · ja ta la · ja ta aqui · ta tudo aqui ·
    completo · completa · tudo resolvido por aqui · resolvido por aqui · resolvido aqui · senha errada minha · ja apareceu na · apareceu na ·
    voltaram todas · voltaram todos · recebida · recebidas · recebidos · baixado · baixada · imprimi · ta na conta · tudo bate · bateu · confere ·
    conferido · reservado`,
  filler: `
    o · a · os · as · um · uma · uns · umas · de · do · da · dos · das · na · nos · nas · em · com · por · pelo · pela · pelos · pelas · pra · para ·
    pro · que · me · te · se · lhe · eu · voce · voces · vc · vcs · tu · seu · sua · seus · suas · meu · minha · meus · minhas · teu · tua · muito ·
    muita · mt · mto · mta · mesmo · mesma · demais da conta · tudo · todo · toda · todos · todas · tao · tanto · mais uma vez · mais · ja · agora ·
    hoje · ontem · amanha · assim · foi muito · foram · sao · ser · era · esta · estao · estou · to · tava · aqui · ai · la · ajudar · ajudado ·
    atencao · atendimento · apoio · suporte · servico · equipe · equipa · time · resposta · retorno · informacao · informacoes · info · paciencia ·
    tempo · rapidez · rapida · rapido · agilidade · gentileza · carinho · dedicacao · eficiencia · explicacao · orientacao · orientacoes ·
    esclarecimento · esclarecimentos · dica · solucao · prontidao · presteza · disponibilidade · dia · tarde · noite · semana · fim · final · fds ·
    lindo · linda · abencoado · abencoada · excelentes · otimos · otimas · gente · pessoal · galera · amigo · amiga · amigos · mano · cara · moca ·
    moco · senhor · senhora · sr · sra · coracao · verdade · realmente · viu · ne · entao · bem · super · vez · novo · novamente · primeira ·
    minuto · minutos · hora · horas · segundos · isso tudo · qualquer · coisa · tem · tenha · tenham · momento · ola obrigado · resolver · pronta ·
    a ajuda · sua ajuda · pela ajuda · de ajuda · toda ajuda · toda a ajuda · da ajuda · grande ajuda · boa ajuda · nada · segunda · terca · quarta ·
    quinta · sexta · sabado · domingo · ate segunda · ate sexta · setor · financeiro · por enquanto · por ora · por ajuda`,
  sorry: `
    erro meu · culpa minha · foi erro meu · desculpa o incomodo · desculpe o incomodo · desculpa pelo · desculpe pelo · desculpem o ·
    desculpa qualquer · foi mal · desculpa · desculpe · desculpa ai · desculpem · desculpas · perdao · mil desculpas · mals · mal ai · vacilo meu ·
    falha minha · vacilei · que vergonha · que mico · sou burro · sou burra · me sinto burra · me sinto burro · alarme falso · ops · sorry ·
    o incomodo · o transtorno · mancada minha · bobeira minha · lapso meu · mea culpa`,
  hail: `
    oi · oii · ola · alo · alou · bom dia · boa tarde · e ai · eai · opa tudo`,
  turn: `
    mas · porem · entretanto · so que`,
  and: `
    e · ate que · depois`,
  closing: `
    att · atenciosamente · cordialmente · atte · abs`,
  denial: `
    nao · n · naum · nunca · nem · nops`,
  because: `
    porque · pq · por · pois · ja que · devido · mas · pela · pelo · da minha parte · por causa · obrigado · obrigada`,
  past: `
    mes passado · semana passada · ano passado · da ultima vez · antigamente · ha um ano · ha meses · meses atras · no comeco · no inicio ·
    na epoca · anteriormente`,
};
