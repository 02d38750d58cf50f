import type { Vocabulary } from "./vocabulary.ts";

/** What people in Brazil, and in Portugal, say to a support desk when it has helped, or has not. */
export const PORTUGUESE: Vocabulary = {
  thanks: `
    obrigado · obrigada · obrigadao · obrigadinha · obg · obgd · obgda · obgdo · obrigad · brigado · brigada · brigadao · muito obrigado · muito obrigada · muito obg ·
    mt obg · valeu · vlw · vlww · vlws · valeu mesmo · valeu demais · agradeco · agradecemos · agradecido · agradecida · grato · grata · gratidao · muito grato ·
    muito grata · thx · obrigado por · obrigada por · obrigado pela · obrigada pela · obrigado pelo · obrigada pelo · fico grato · fico grata`,
  courtesy: `
    ok · okay · okey · oks · blz · beleza · belezura · ta · ta bom · ta bem · ta otimo · ta certo · ta joia · ta blz · tudo bem · tudo bom · tudo certo · certo ·
    certinho · certeza · joia · legal · massa · show · show de bola · top · topzera · otimo · otima · perfeito · perfeita · perfect · excelente · maravilha ·
    maravilhoso · maravilhosa · fantastico · incrivel · sensacional · espetacular · bacana · bom demais · muito bom · muito boa · bom · boa · demais · arrasou ·
    arrasaram · sucesso · fechado · fechou · combinado · entendi · entendido · compreendido · compreendi · anotado · pode deixar · sim · sim obrigado · isso ·
    isso mesmo · isso ai · exato · exatamente · claro · clareou · ficou claro · com certeza · de boa · suave · tranquilo · tranquila · sem problema · sem problemas ·
    nao tem problema · nao tem de que · nao ha de que · de nada · por nada · imagina · imagine · que isso · disponha · nao se preocupe · nao se preocupem · nao precisa ·
    precisa nao · nao obrigado · nao obrigada · nada mais · so isso · era so isso · e so isso · e isso · era isso · era isso mesmo · e tudo · isso e tudo ·
    so isso mesmo · sem mais duvidas · sem duvidas · nao tenho mais duvidas · nao tenho mais perguntas · nenhuma duvida · nenhuma outra duvida · duvida esclarecida ·
    duvida sanada · esclarecido · esclarecida · voce tambem · voces tambem · vc tambem · vcs tambem · tambem · igualmente · pra voce tambem · pra vc tambem ·
    pra voces tambem · para voce tambem · para voces tambem · tchau · tchauzinho · xau · ate mais · ate logo · ate breve · ate a proxima · ate amanha · falou · flw ·
    fui · abraco · abracos · um abraco · bjs · bj · beijo · beijos · bom dia pra voce · bom dia para voce · bom dia a todos · tenha um bom dia · tenha um otimo dia ·
    tenham um bom dia · tenham um otimo dia · um bom dia · um otimo dia · otimo dia · boa noite · boa tarde para voces · uma boa tarde · otima tarde · otima noite ·
    boa semana · otima semana · bom fim de semana · otimo fim de semana · bom fds · bom final de semana · otimo final de semana · bom descanso · bom trabalho ·
    bons trabalhos · bom feriado · feliz natal · feliz ano novo · boas festas · deus abencoe · deus te abencoe · deus abencoe voces · fica com deus · fiquem com deus ·
    kkk · kkkk · kkkkk · rs · rsrs · rsrsrs · haha · hahaha · hehe · ufa · uhu · eba · oba · aleluia · gracas a deus · ate que enfim · finalmente · enfim · ah · ahh ·
    aa · opa · nossa · uau · eita · hm · hum · que alivio · que bom · que otimo · que maravilha · que rapidez · que rapido · rapidos · muito rapido · super rapido ·
    rapidissimo · rapidinho · eficiente · eficientes · muito eficiente · atencioso · atenciosa · atenciosos · muito atencioso · muito atenciosa · gentil · muito gentil ·
    querido · querida · fofo · fofa · simpatico · simpatica · voces sao demais · voces sao otimos · voces sao top · voces sao os melhores · vcs sao demais ·
    vcs sao top · vcs sao os melhores · os melhores · as melhores · voce e demais · vc e demais · voce e um anjo · anjo · feliz · contente · satisfeito · satisfeita ·
    aliviado · aliviada · ajudou · ajudou muito · me ajudou · me ajudou muito · ajudaram · ajudaram muito · me ajudaram · me ajudaram muito · ajudou demais ·
    foi de grande ajuda · de grande ajuda · grande ajuda · muito util · util · salvou · me salvou · salvaram · me salvaram · salvou meu dia · salvou minha vida ·
    parabens a · erro meu · culpa minha · foi erro meu · desculpa o incomodo · desculpe o incomodo · desculpa pelo · desculpe pelo · desculpem o · desculpa qualquer ·
    vou testar · vou tentar · vou ver · vou verificar · vou conferir · vou fazer · vou aguardar · aguardo entao · qualquer coisa aviso · qualquer coisa eu aviso ·
    qualquer coisa chamo · qualquer coisa eu chamo · qualquer coisa retorno · qualquer coisa volto · qualquer coisa falo · aviso se · te aviso se · aviso vcs ·
    sem pressa · tmj · tamo junto · tmjj · e nois · deixa pra la · deixa quieto · nada nao · foi mal · mais nada por enquanto · mais nada obrigado · sem mais ·
    boa tarde pra voce · deixa · desculpa · desculpe · desculpa ai · desculpem`,
  solved: `
    funcionou · funciona · funcionando · ta funcionando · esta funcionando · esta funcionando agora · tudo funcionando · ja funciona · agora funciona · agora funcionou ·
    agora ta funcionando · agora esta funcionando · voltou a funcionar · voltou · ja voltou · tudo voltou · voltou ao normal · deu certo · ja deu certo ·
    deu certo agora · deu certo aqui · agora deu certo · deu bom · deu boa · agora foi · foi · ja foi · agora vai · agora sim · ta indo · ta rodando · rodando ·
    resolvido · resolvida · ta resolvido · esta resolvido · foi resolvido · tudo resolvido · ja resolvido · problema resolvido · resolveu · ja resolveu · resolveram ·
    consegui resolver · se resolveu · solucionado · solucionada · problema solucionado · arrumado · arrumaram · consertado · consertou · corrigido · ficou bom ·
    ficou otimo · ficou perfeito · ficou certo · consegui · ja consegui · consegui entrar · consegui acessar · consegui aqui · consegui agora · conseguido · chegou ·
    ja chegou · chegou aqui · acabou de chegar · chegou certinho · recebi · ja recebi · recebi aqui · recebido · encontrei · achei · ja achei · apareceu · ja apareceu ·
    ja ta aparecendo · tudo em ordem · tudo ok · tudo perfeito · tudo pronto · pronto · feito · nao da mais erro · nao deu mais erro · nao ta mais dando erro ·
    sem erros · sem erro · sem mais erros · sem mais problemas · nao tenho mais problemas · nao tive mais problemas · nao tem mais erro · nao tem mais problema ·
    nao trava mais · nao esta mais travando · nao caiu mais · nao aparece mais · nao acontece mais · nao aconteceu mais · parou de dar erro · parou de travar ·
    o erro sumiu · erro sumiu · bem melhor · muito melhor · melhor agora · melhorou · como antes · de primeira · pode encerrar · podem encerrar · pode fechar ·
    podem fechar · encerrar o chamado · fechar o chamado · pode encerrar o chamado · ja esta tudo funcionando · sumiu o erro · era o cache · era a minha senha ·
    era minha senha · era erro meu · erro meu · era eu · ja normalizou · normalizou · ja ta normal · chegaram · ja chegaram · ja vi · ja vejo · ja consigo ·
    consigo acessar · consigo entrar · agora abre · agora abriu · abriu · agora entrou · entrou · carregou · ja carregou · me enganei · eu que errei ·
    tinha digitado errado · digitei errado · senha errada · estava errada desculpa · nao precisa mais · nao preciso mais · ja nao precisa · parou o erro ·
    voltou o acesso · voltou tudo · funcionou aqui · foi resolvida · resolvi · ja resolvi · resolvi aqui · era so · era so o · era so isso mesmo · estava errada ·
    minha senha que estava`,
  filler: `
    o · a · os · as · um · uma · uns · umas · de · do · da · dos · das · na · nos · nas · em · com · por · pelo · pela · pelos · pelas · pra · para · pro · que · me ·
    te · se · lhe · eu · voce · voces · vc · vcs · tu · seu · sua · seus · suas · meu · minha · meus · minhas · teu · tua · muito · muita · mt · mto · mta · mesmo ·
    mesma · demais da conta · tudo · todo · toda · todos · todas · tao · tanto · mais uma vez · mais · ja · agora · hoje · ontem · amanha · assim · foi muito · foram ·
    sao · ser · era · esta · estao · estou · to · tava · aqui · ai · la · ajudar · ajudado · atencao · atendimento · apoio · suporte · servico · equipe · equipa · time ·
    resposta · retorno · informacao · informacoes · info · paciencia · tempo · rapidez · rapida · rapido · agilidade · gentileza · carinho · dedicacao · eficiencia ·
    explicacao · orientacao · orientacoes · esclarecimento · esclarecimentos · dica · solucao · prontidao · presteza · disponibilidade · dia · tarde · noite · semana ·
    fim · final · fds · lindo · linda · abencoado · abencoada · excelentes · otimos · otimas · gente · pessoal · galera · amigo · amiga · amigos · mano · cara · moca ·
    moco · senhor · senhora · sr · sra · coracao · verdade · realmente · viu · ne · entao · bem · super · vez · novo · novamente · primeira · minuto · minutos · hora ·
    horas · segundos · isso tudo · qualquer · coisa · tem · tenha · tenham · momento · ola obrigado · resolver · pronta · a ajuda · sua ajuda · pela ajuda · de ajuda ·
    toda ajuda · toda a ajuda · da ajuda · grande ajuda · boa ajuda · nada · segunda · terca · quarta · quinta · sexta · sabado · domingo · ate segunda · ate sexta ·
    setor · financeiro · por enquanto · por ora`,
  ask: `
    poderia · poderiam · voce pode · vc pode · voces podem · vcs podem · vc consegue · voce consegue · da pra · da para · tem como · teria como · tem alguma ·
    tem algum · tem alguem · tem previsao · alguma previsao · alguma novidade · alguma noticia · algum retorno · alguem ai · alguem pode · tem alguem ai · estao ai ·
    ta ai · voces estao ai · cade · kd · quando vai · qnd · e quando · onde esta · onde fica · e onde · como faco · como posso · como fica · como assim · e como ·
    por que · porque nao · pq · e por que · qual e · e qual · quanto · quantos · quantas · quanto tempo · quanto custa · o que · oq · oque · e o que · e agora ·
    que horas · e meu · e minha · e sobre · podemos · precisamos · precisava · precisaria · quero saber · queria · queria saber · queria perguntar · queremos ·
    gostaria · gostariamos · gostaria de saber · por favor · pfv · pfvr · por gentileza · por obsequio · me avisa · me avisem · me avise · me avisam · avisem ·
    avise me · me diz · me digam · me fala · me falem · me informe · me informem · me confirma · me confirmem · confirmem · me manda · me mandem · me mande · mandem ·
    me envia · me enviem · me envie · enviem · me passa · me passem · me liga · me liguem · me ligue · me ligar · liguem · me responde · me respondam · me responda ·
    respondam · responda · me ajuda · me ajudem · me ajude · ajuda ai · ajuda por favor · preciso de ajuda · socorro · verifiquem · verifica · verifique · confere ·
    olhar de novo · olha de novo · dar uma olhada · da uma olhada · revisar · cancelem · cancela · cancelamento · estornar · estorno · reembolso · reembolsar ·
    devolucao · devolver · desbloquear · redefinir · outra pergunta · uma pergunta · mais uma pergunta · outra duvida · uma duvida · mais uma duvida · mais uma coisa ·
    so mais uma · uma coisa · outra coisa · outro problema · outra questao · uma questao · tenho uma · tenho outra · tenho um · tenho duvidas · fiquei com ·
    fiquei na duvida · surgiu · tirar uma · ultima pergunta · ultima coisa · so uma · alem disso · tambem preciso · tambem quero · a proposito · nao sei · sei la ·
    nao sei se · nao sei como · nao entendi · nao entendo · nao compreendi · nao ficou claro · nao ta claro · nao tenho certeza · to perdido · to perdida · esperem ·
    pera · perai · pera ai · calma ai · um momento · um minuto · so um · aguardo · aguardo retorno · aguardo resposta · no aguardo · fico no aguardo · aguardando ·
    to aguardando · estou aguardando · continuo aguardando · continuo esperando · to esperando · estou esperando · to no aguardo · ainda nao · nao exatamente ·
    nao totalmente · nao e isso · nao era isso · nao e bem · isso nao · nao resolveu · nao foi resolvido · nao esta resolvido · nao ta resolvido · nao resolvido ·
    urgente · com urgencia · o quanto antes · o mais rapido possivel · imediatamente · pra hoje · pra ontem · para amanha · falar com · com um humano · com uma pessoa ·
    pessoa real · um atendente · um supervisor · supervisor · reclamar · reclamacao · procon · em anexo · segue o · segue a · segue print · meu numero · meu cpf ·
    meu email e · numero do pedido · esqueci · esqueci de · ia esquecendo · ^pode · ^podem · ^podes · ^consegue · ^conseguem · ^quando · ^onde · ^aonde · ^como · ^qual ·
    ^quais · ^quem · ^alguem · ^alguma · ^algum · ^novidades · ^pergunta · ^perguntas · ^duvida · ^duvidas · ^questao · preciso · ^confirma · ^cancelar · ^alterar ·
    ^enviar · ^anexo · ^segue · ^print · ^calma · ^espere · ^espera · ^devo · ^posso · ^e o · ^e a · ^e os · ^e as · ^e se · ^sobre o · ^sobre a · ^help · ^previsao ·
    ^infelizmente · ^responde · ^manda · quero · pode verificar · pode ver · pode olhar · pode me · podem me · pode mandar · podem mandar · pode enviar · podem enviar ·
    podem verificar · podem ver · podem olhar · pode trocar · pode alterar · pode cancelar · alguem me · quem pode · mais uma · fiquei com duvida · fiquei com uma ·
    meu dinheiro · meu dinheiro de volta · infelizmente nao · infelizmente ainda · esperando ha · esperando desde · esperando resposta · esperando retorno · nao feche ·
    nao fechem · nao encerrem · deixa aberto · verificar de novo · conferir de novo · qual o · qual a · ha previsao · quando chega · quando vem`,
  trouble: `
    nao funciona · nao funcionou · nao ta funcionando · nao esta funcionando · nao tava · nao deu certo · nao abre · nao ta abrindo · nao carrega · nao ta carregando ·
    nao entra · nao consigo · nao consegui · nao conseguimos · nao to conseguindo · nao estou conseguindo · nao acho · nao encontro · nao encontrei · nao vejo ·
    nao aparece · nao apareceu · nao ta aparecendo · nao esta aparecendo · nao chega · nao chegou · nao recebi · nao recebo · nao recebemos · nao tenho acesso ·
    nao mudou · nao muda · mudou nada · nada mudou · nao adiantou · adiantou nada · nao ajudou · nao responde · nao respondem · ninguem responde · ninguem me ·
    sem resposta · sem acesso · sem sucesso · sem internet · sem sinal · sem retorno · continua igual · continua dando · continua sem · continua o · ainda sem ·
    ainda esta · ainda ta · ainda da · deu erro · deu erro de novo · da erro · dando erro · ta dando · ta dando erro · esta dando · aconteceu de novo ·
    acontece de novo · voltou a · voltou a dar · voltou a acontecer · voltou o · voltou a falhar · novamente o · novamente com · mesmo erro · mesmo problema ·
    mesma situacao · igual antes · ta pior · piorou · falhando · travando · ta travando · travado · caindo · ta caindo · fora do ar · parou de funcionar · ta faltando ·
    perdi · bloqueou · recusou · cobraram · cobranca indevida · cobranca · duplicidade · ta errado · nao bate · nao ficou · nao veio · hackearam · golpe · fraude ·
    roubaram · tambem nao · nem assim · nada ainda · nada funciona · nada funcionou · aparece um · aparece que · aparece a · diz que · fica dando · fica carregando ·
    fica travando · fica em · ainda nao · ainda com · ainda aparece · ainda continua · nao da pra · nao deu nada · nao foi resolvido · nao vai nada · nao tem como ·
    ninguem respondeu · ninguem atende · falta o · falta a · falta uma · faltam duas · faltam 2 · continua a · continua com · continua na mesma · continuo sem ·
    continuo com · erro de novo · de novo o · de novo a · de novo nao · caiu de novo · travou de novo · parou de novo · sumiu da · sumiu do · sumiu tudo · o mesmo erro ·
    o mesmo problema · a mesma coisa · mesma coisa de · cobrado duas · cobrada duas · cobraram duas · nada carrega · nada abre · nada resolvido · nada de ·
    parou outra vez · funcionou uma hora · funcionou por · funcionou ate`,
  fault: `
    erro · erros · problema · problemas · bug · bugs · defeito · fatura · boleto · nota fiscal · pagamento · pedido · pacote · entrega · senha · conta · assinatura ·
    licenca · email · falta · faltando · faltou · faltam · ninguem · nenhum · nenhuma · errado · errada · errados · incorreto · incorreta · bloqueado · bloqueada ·
    expirou · expirado · recusado · recusada · quebrou · quebrado · quebrada · parado · vazio · vazia · impossivel · nao e · nao era · nao esta · nao ta · nao estao ·
    nao me · nao foi · nao deu · nao da · nao vai · nao tem · nao tenho · nao ha · nao houve · o mesmo · a mesma · mesma coisa · ainda · pior · em dobro · duas vezes ·
    duplicado · duplicada · a mais · sumiu · sumiram · desapareceu · caiu · cai · trava · travou · falhou · falha · parou · continua · continuo · continuam · de novo ·
    cobrado · cobrada`,
  opinion: `
    adoro · adorei · amo · amei · gosto · gostei · gostei muito · nao gostei · nao gosto · odeio · odiei · prefiro · decepcao · decepcionado · decepcionada ·
    decepcionante · frustrante · frustrado · frustrada · irritante · chato · chata · pessimo · pessima · pessimos · horrivel · terrivel · ruim · muito ruim · o pior ·
    a pior · pior atendimento · vergonha · vergonhoso · absurdo · um absurdo · descaso · palhacada · piada · ridiculo · lixo · caro · cara demais · muito caro · preco ·
    precos · barato · lento · lenta · lentos · muito lento · demora · demorou · demoraram · demorado · demorada · muito tempo · semanas · meses · dias pra · complicado ·
    complicada · confuso · confusa · facil de usar · facil · dificil · intuitivo · intuitiva · pratico · profissional · profissionais · competente · incompetente ·
    despreparado · despreparados · inutil · grosso · grossa · mal educado · educado · educada · educados · bom atendimento · otimo atendimento · excelente atendimento ·
    bom servico · atendimento foi · atendimento e · o atendimento · o suporte · o servico · o produto · o app · o aplicativo · o site · o bot · o novo · a nova ·
    design · layout · interface · qualidade · experiencia · recomendo · recomendaria · recomendar · indico · indicaria · concorrencia · concorrente · vou mudar ·
    vou trocar de · nunca mais · nunca · sempre · toda vez · acho · acho que · na minha opiniao · sinceramente · no geral · de modo geral · poderia ser · podia ser ·
    poderia melhorar · podia melhorar · deveria · deveriam · melhorar · pode melhorar · precisa melhorar · mais ou menos · razoavel · regular · esperava · espero que ·
    tomara · surpreso · surpresa · surpreendeu · impressionado · impressionada · confianca · cliente ha · cliente desde · anos · parabens · continuem assim · nota dez ·
    o melhor · a melhor · melhor que · pior que · voces precisam · fora do ar 3 dias · ninguem avisou · antes era · era melhor · antes · deixou a desejar · a desejar ·
    muito atenciosa · equipe muito · robo · o robo · a moca · o moco · a atendente · o atendente · foi gentil · pesadelo · um pesadelo · pelo menos · paciencia comigo ·
    teve muita · ficou fora · parabens so · e mails ate · ler o que · esperava mais · por esse preco · nem la · nem ca · nada demais · sem graca · meia boca · fraco ·
    fraca · fraquinho · deplorável · deploravel · lamentavel · patetico · enrolacao · enrolados · enrolam · desrespeito · falta de respeito · falta de educacao ·
    ladroes · mentirosos · nota zero de · abusivo · abuso · abusivos · roubo · um roubo · excepcional · impecavel · nota mil · perfeito atendimento · prestativo ·
    prestativa · prestativos · solicito · solicita · humano · humanizado · resolutivo · resolutivos · agil · ageis · estavel · instavel · fluido · travado demais ·
    feio · feia · bonito · bonita · moderno · pratica · automatico · resposta pronta · respostas prontas · ctrl c · copia e cola · ignorado · ignorada · ignoram ·
    enjoado · triste · pena · que pena · que decepcao · afff · aff · affs · putz · poxa · caramba · nossa que · surreal · inacreditavel · absurda · batata`,
  hail: `
    oi · oii · ola · alo · alou · bom dia · boa tarde · e ai · eai · opa tudo`,
  denial: `
    nao · n · naum · nunca · nem · nops`,
  because: `
    porque · pq · por · pois · ja que · devido · mas · pela · pelo · da minha parte · por causa · obrigado · obrigada`,
  turn: `
    mas · porem · entretanto · so que`,
  closing: `
    att · atenciosamente · cordialmente · atte · abs`,
  past: `
    mes passado · semana passada · ano passado · da ultima vez · antigamente · ha um ano · ha meses · meses atras · no comeco · no inicio · na epoca · anteriormente`,
  and: `
    e · ate que · depois`,
};
