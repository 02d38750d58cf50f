import type { Vocabulary } from "./vocabulary.ts";

/** What people in Brazil, and in Portugal, say to a support desk when they want something, complain or judge. */
export const PORTUGUESE_WANTS: Vocabulary = {
  ask: `
    poderia · poderiam · voce pode · vc pode · voces podem · vcs podem · vc consegue · voce consegue · da pra · da para · tem como · teria como ·
    tem alguma · tem algum · tem alguem · tem previsao · alguma previsao · alguma novidade · alguma noticia · algum retorno · alguem ai ·
    alguem pode · tem alguem ai · estao ai · ta ai · voces estao ai · cade · kd · quando vai · qnd · e quando · onde esta · onde fica · e onde ·
    como faco · como posso · como fica · como assim · e como · por que · porque nao · pq · e por que · qual e · e qual · quanto · quantos · quantas ·
    quanto tempo · quanto custa · o que · oq · oque · e o que · e agora · que horas · e meu · e minha · e sobre · podemos · precisamos · precisava ·
    precisaria · quero saber · queria · queria saber · queria perguntar · queremos · gostaria · gostariamos · gostaria de saber · por favor · pfv ·
    pfvr · por gentileza · por obsequio · me avisa · me avisem · me avise · me avisam · avisem · avise me · me diz · me digam · me fala · me falem ·
    me informe · me informem · me confirma · me confirmem · confirmem · me manda · me mandem · me mande · mandem · me envia · me enviem · me envie ·
    enviem · me passa · me passem · me liga · me liguem · me ligue · me ligar · liguem · me responde · me respondam · me responda · respondam ·
    responda · me ajuda · me ajudem · me ajude · ajuda ai · ajuda por favor · preciso de ajuda · socorro · verifiquem · verifica · verifique ·
    confere · olhar de novo · olha de novo · dar uma olhada · da uma olhada · revisar · cancelem · cancela · cancelamento · estornar · estorno ·
    reembolso · reembolsar · devolucao · devolver · desbloquear · redefinir · outra pergunta · uma pergunta · mais uma pergunta · outra duvida ·
    uma duvida · mais uma duvida · mais uma coisa · so mais uma · uma coisa · outra coisa · outro problema · outra questao · uma questao ·
    tenho uma · tenho outra · tenho um · tenho duvidas · fiquei com · fiquei na duvida · surgiu · tirar uma · ultima pergunta · ultima coisa ·
    so uma · alem disso · tambem preciso · tambem quero · a proposito · nao sei · sei la · nao sei se · nao sei como · nao entendi · nao entendo ·
    nao compreendi · nao ficou claro · nao ta claro · nao tenho certeza · to perdido · to perdida · esperem · pera · perai · pera ai · calma ai ·
    um momento · um minuto · so um · aguardo · aguardo retorno · aguardo resposta · no aguardo · fico no aguardo · aguardando · to aguardando ·
    estou aguardando · continuo aguardando · continuo esperando · to esperando · estou esperando · to no aguardo · ainda nao · nao exatamente ·
    nao totalmente · nao e isso · nao era isso · nao e bem · isso nao · nao resolveu · nao foi resolvido · nao esta resolvido · nao ta resolvido ·
    nao resolvido · urgente · com urgencia · o quanto antes · o mais rapido possivel · imediatamente · pra hoje · pra ontem · para amanha ·
    falar com · com um humano · com uma pessoa · pessoa real · um atendente · um supervisor · supervisor · reclamar · reclamacao · procon ·
    em anexo · segue o · segue a · segue print · meu numero · meu cpf · meu email e · numero do pedido · esqueci · esqueci de · ia esquecendo ·
    ^pode · ^podem · ^podes · ^consegue · ^conseguem · ^quando · ^onde · ^aonde · ^como · ^qual · ^quais · ^quem · ^alguem · ^alguma · ^algum ·
    ^novidades · ^pergunta · ^perguntas · ^duvida · ^duvidas · ^questao · preciso · ^confirma · ^cancelar · ^alterar · ^enviar · ^anexo · ^segue ·
    ^print · ^calma · ^espere · ^espera · ^devo · ^posso · ^e o · ^e a · ^e os · ^e as · ^e se · ^sobre o · ^sobre a · ^help · ^previsao ·
    ^infelizmente · ^responde · ^manda · quero · pode verificar · pode ver · pode olhar · pode me · podem me · pode mandar · podem mandar ·
    pode enviar · podem enviar · podem verificar · podem ver · podem olhar · pode trocar · pode alterar · pode cancelar · alguem me · quem pode ·
    mais uma · fiquei com duvida · fiquei com uma · meu dinheiro · meu dinheiro de volta · infelizmente nao · infelizmente ainda · esperando ha ·
    esperando desde · esperando resposta · esperando retorno · nao feche · nao fechem · nao encerrem · deixa aberto · verificar de novo ·
    conferir de novo · qual o · qual a · ha previsao · quando chega · quando vem · um segundinho · um segundo · segundinho · um minutinho ·
    minutinho · rapidinho ai · ja volto · so um minutinho · so um instante · um instante · instante · agradeceria · agradeceriamos · agradeco se ·
    agradeco desde ja · agradecemos se · eu agradeco se · solicito · solicitamos · solicita se · gentileza · a gentileza · favor · favor enviar ·
    favor verificar · favor confirmar · favor retornar · favor corrigir · peco · pedimos · pedimos que · peco que · rogo · requer · requeremos ·
    requisito · seria possivel · seria otimo se · seria bom se · seria legal se · seria bom que · se alguem puder · se alguem pudesse · se puder me ·
    se puderem · se pudessem · se pudesse · se for possivel · alguem podia · alguem poderia · alguem devia · alguem precisa · quem resolve ·
    quem me ajuda · quando puder · quando puderem · assim que puder · assim que puderem · ve ai · veja ai · veja pra mim · ve pra mim · olha ai ·
    olhem · vejam · da um help · da uma forca · e quanto a · e quanto ao · quanto a · e sobre a · e a compensacao · e normal · e normal levar ·
    sera que · exijo · exigimos · advogado · reclame aqui · processar · justica · mando algum · mando o · mando um · falta o item · falta resolver ·
    falta so · falta saber · ficou faltando · ficou pendente · devolvam · devolva · tirem · tira meu · coloquem · coloca meu · adiciona · adicionem ·
    adicionar · troquem · troca meu · corrijam · corrige · corrija · arrumem · arruma · resolvam · resolva · liberem · libera meu · reabram ·
    reabrir · reabra · transfiram · transfere · transferir · expliquem · explica · explique · lembrete · up ai · ou nao · sim ou nao`,
  trouble: `
    nao funciona · nao funcionou · nao ta funcionando · nao esta funcionando · nao tava · nao deu certo · nao abre · nao ta abrindo · nao carrega ·
    nao ta carregando · nao entra · nao consigo · nao consegui · nao conseguimos · nao to conseguindo · nao estou conseguindo · nao acho ·
    nao encontro · nao encontrei · nao vejo · nao aparece · nao apareceu · nao ta aparecendo · nao esta aparecendo · nao chega · nao chegou ·
    nao recebi · nao recebo · nao recebemos · nao tenho acesso · nao mudou · nao muda · mudou nada · nada mudou · nao adiantou · adiantou nada ·
    nao ajudou · nao responde · nao respondem · ninguem responde · ninguem me · sem resposta · sem acesso · sem sucesso · sem internet · sem sinal ·
    sem retorno · continua igual · continua dando · continua sem · continua o · ainda sem · ainda esta · ainda ta · ainda da · deu erro ·
    deu erro de novo · da erro · dando erro · ta dando · ta dando erro · esta dando · aconteceu de novo · acontece de novo · voltou a ·
    voltou a dar · voltou a acontecer · voltou o · voltou a falhar · novamente o · novamente com · mesmo erro · mesmo problema · mesma situacao ·
    igual antes · ta pior · piorou · falhando · travando · ta travando · travado · caindo · ta caindo · fora do ar · parou de funcionar ·
    ta faltando · perdi · bloqueou · recusou · cobraram · cobranca indevida · cobranca · duplicidade · ta errado · nao bate · nao ficou · nao veio ·
    hackearam · golpe · fraude · roubaram · tambem nao · nem assim · nada ainda · nada funciona · nada funcionou · aparece um · aparece que ·
    aparece a · diz que · fica dando · fica carregando · fica travando · fica em · ainda nao · ainda com · ainda aparece · ainda continua ·
    nao da pra · nao deu nada · nao foi resolvido · nao vai nada · nao tem como · ninguem respondeu · ninguem atende · falta o · falta a ·
    falta uma · faltam duas · faltam 2 · continua a · continua com · continua na mesma · continuo sem · continuo com · erro de novo · de novo o ·
    de novo a · de novo nao · caiu de novo · travou de novo · parou de novo · sumiu da · sumiu do · sumiu tudo · o mesmo erro · o mesmo problema ·
    a mesma coisa · mesma coisa de · cobrado duas · cobrada duas · cobraram duas · nada carrega · nada abre · nada resolvido · nada de ·
    parou outra vez · funcionou uma hora · funcionou por · funcionou ate · nao concordo · nao concordamos · n apareceu · nao apareceu ainda ·
    ta carregando · carregando ate · carregando ate agora · ate agora nada · girando · fica girando · rodando sem · em loop · tela preta ·
    tela branca · tela azul · veio vazia · veio vazio · chegou vazia · chegou vazio · chegou quebrado · chegou quebrada · chegou errado ·
    chegou errada · chegou danificado · veio errado · veio errada · veio quebrado · incompleto · incompleta · danificado · avariado · cobrando ·
    estao cobrando · me cobrando · e somos · somos so · somos 5 · e nao 9 · e 90 · valor ta errado · nunca chega · nunca chegou · nunca vem ·
    nunca recebi · nunca veio · nao veio na · nao desconta · sem desconto · terceira vez · segunda vez · pela terceira · disse que ligaria ·
    disseram que · falaram que · ficou de · ficaram de · prometeu · prometeram · ia me ligar · iam me · iriam ligar · ninguem ligou · ninguem liga ·
    ninguem retornou · ninguem retorna · nao ligaram · nao retornaram · nao me ligaram · nem ligaram · nem responderam · fecharam meu · fecharam o ·
    encerraram o · encerraram meu · encerraram sem · fui ignorado · fui ignorada · que parou · empaquei · empacou · emperrou · encalhou ·
    nao sai do · nao saio do · nao passa · me desloga · me derruba · me tira · me expulsa · nao liga · nao ligam · nao carregou · nao toca ·
    nao imprime · nao sincroniza · nao conecta · nao aceita · nao reconhece · nao deixa · nao permite · nao libera · nao salva · nao envia ·
    nao enviou · desliga · desligou sozinho · reinicia sozinho · pisca · piscando · esquenta · tijolo · virou tijolo · virou um tijolo · morreu ·
    ta morto · sumiram meus · perderam meus · pendente · em aberto · continua pendente · ainda pendente · sem solucao · sem resolver ·
    nao solucionado · deu ruim · deu ruim de novo · deu pau · deu merda · deu problema · bugou · bugou de novo · me pede · pede uma licenca ·
    fica pedindo · pedindo de novo · nao confere · nao encaixa · nao serve · nao serviu · so recebi · so chegou · so chegaram · so veio · so vieram ·
    faltou uma · faltou um · faltam os · faltam as · veio quebrada · cantei vitoria · comemorei cedo`,
  fault: `
    erro · erros · problema · problemas · bug · bugs · defeito · falta · faltando · faltou · faltam · ninguem · nenhum · nenhuma · errado · errada ·
    errados · incorreto · incorreta · bloqueado · bloqueada · expirou · expirado · recusado · recusada · quebrou · quebrado · quebrada · parado ·
    vazio · vazia · impossivel · nao e · nao era · nao esta · nao ta · nao estao · nao me · nao foi · nao deu · nao da · nao vai · nao tem ·
    nao tenho · nao ha · nao houve · o mesmo · a mesma · mesma coisa · ainda · pior · em dobro · duas vezes · duplicado · duplicada · a mais ·
    sumiu · sumiram · desapareceu · caiu · cai · trava · travou · falhou · falha · parou · continua · continuo · continuam · de novo · cobrado ·
    cobrada · falhas · queda · quedas · travamento · travamentos · interrupcao · interrupcoes · mensagem de erro · instabilidade · inconveniente ·
    lentidao`,
  opinion: `
    adoro · adorei · amo · amei · gosto · gostei · gostei muito · nao gostei · nao gosto · odeio · odiei · prefiro · decepcao · decepcionado ·
    decepcionada · decepcionante · frustrante · frustrado · frustrada · irritante · chato · chata · pessimo · pessima · pessimos · horrivel ·
    terrivel · ruim · muito ruim · o pior · a pior · pior atendimento · vergonha · vergonhoso · absurdo · um absurdo · descaso · palhacada · piada ·
    ridiculo · lixo · caro · cara demais · muito caro · barato · lento · lenta · lentos · muito lento · demora · demorou · demoraram · demorado ·
    demorada · muito tempo · complicado · complicada · confuso · confusa · facil de usar · facil · dificil · intuitivo · intuitiva · pratico ·
    profissional · profissionais · competente · incompetente · despreparado · despreparados · inutil · grosso · grossa · mal educado · educado ·
    educada · educados · bom atendimento · otimo atendimento · excelente atendimento · bom servico · atendimento foi · atendimento e ·
    o atendimento · o suporte · o servico · o bot · experiencia · recomendo · recomendaria · recomendar · indico · indicaria · concorrencia ·
    concorrente · vou mudar · vou trocar de · nunca mais · na minha opiniao · no geral · de modo geral · poderia ser · podia ser · poderia melhorar ·
    podia melhorar · pode melhorar · precisa melhorar · mais ou menos · razoavel · regular · surpreso · surpresa · surpreendeu · impressionado ·
    impressionada · confianca · cliente ha · cliente desde · parabens · continuem assim · nota dez · o melhor · a melhor · melhor que · pior que ·
    voces precisam · fora do ar 3 dias · ninguem avisou · antes era · era melhor · deixou a desejar · a desejar · muito atenciosa · equipe muito ·
    robo · o robo · a moca · o moco · a atendente · o atendente · foi gentil · pesadelo · um pesadelo · pelo menos · paciencia comigo · teve muita ·
    parabens so · e mails ate · ler o que · esperava mais · por esse preco · nem la · nem ca · nada demais · sem graca · meia boca · fraco · fraca ·
    fraquinho · deplorável · deploravel · lamentavel · patetico · enrolacao · enrolados · enrolam · desrespeito · falta de respeito ·
    falta de educacao · ladroes · mentirosos · nota zero de · abusivo · abuso · abusivos · roubo · um roubo · excepcional · impecavel · nota mil ·
    perfeito atendimento · prestativo · prestativa · prestativos · solicito · solicita · humano · humanizado · resolutivo · resolutivos · agil ·
    ageis · estavel · instavel · fluido · travado demais · feio · feia · bonito · bonita · moderno · pratica · resposta pronta · respostas prontas ·
    ctrl c · copia e cola · ignorado · ignorada · ignoram · enjoado · triste · pena · que pena · que decepcao · afff · aff · affs · putz · poxa ·
    caramba · nossa que · surreal · inacreditavel · absurda · batata · o preco · os precos · preco e · preco alto · semanas pra responder ·
    semanas para · meses pra · meses para · anos usando · anos como · ha anos · sempre atenciosos · sempre gentis · sempre bem · sempre otimos ·
    sempre me · sempre ajudam · sempre demoram · nunca me decepcionam · acho bom · acho otimo · acho ruim · acho caro · acho pessimo ·
    acho que o app · acho que voces · o app e · o site e · o produto e · boa qualidade · ma qualidade · qualidade do · esperava algo · esperava um ·
    esperava melhor · nada de mais · nao e ruim · nada mal · nem bom nem ruim · bando de ladrao · bando de · ladrao · pilantras · pilantragem ·
    safados · vagabundos · palhacos · circo · bosta · merda · porcaria · uma porcaria · um lixo · tosco · tosca · gambiarra · mal feito · mal feita ·
    bem feito · bem feita · bem feitos · mal traduzido · mal traduzida · mal explicado · bem explicado · de amador · amador · amadores ·
    coisa de amador · amadorismo · profissionalismo · cortesia · cordialidade · tratada com · tratado com · fui tratada · fui tratado ·
    fui bem tratada · fui bem tratado · me trataram · fui bem atendida · fui bem atendido · fui mal atendido · fui mal atendida · me ouviram ·
    me dispensaram · dispensaram · muito carinho · ficou top · ficou lindo · ficou linda · ficou show · ficou otima · ficou ruim · ficou pior ·
    ficou feio · e lindo · e linda · beleza de · uma delicia · delicia · um prazer · prazer em · foi um prazer · so me custou · me custou ·
    custou o · terriveis · cansativo · cansativa · elegante · elegantes · simples e · da gosto · pequena demais · pequeno demais · grande demais ·
    email demais · e mail demais · caro demais · lento demais · complicado demais · demais pra · crime · devia ser crime · tortura · nao volto ·
    nao compro mais · nunca mais compro · nao recomendo · nao indico · super recomendo · recomendo muito · recomendadissimo · dedicado · dedicada ·
    dedicados · empatico · empatica · empatia · frio · fria · antipatico · antipatica · mal educada · ineficiente · ineficientes · incompetencia ·
    negligente · amavel · amaveis · cordial · cordiais · simpaticos · simpaticas · bons · boas · muito bons · muito boas · estamos satisfeitos ·
    mediano · mediana · nada especial · nada de especial · comum · normalzinho · marromeno · meia bomba · deixa a desejar · bem melhor que ·
    melhorou muito · piorou muito · ja foi melhor · foi melhor · era melhor antes · meio confuso · achei · achei meio · achei confuso · achei bom ·
    achei ruim · achei otimo · nem tanto · indicar nada · costumo indicar · nao costumo indicar · nao indico nada · na minha familia ·
    minha familia usa · ninguem usa · usa isso · pesquisa diferente · pesquisas · toda hora uma pesquisa · cansa · cansa isso · muita enrolacao ·
    enrolacao pra · coisa simples · da pra ver que · se esforcam · dificil dizer · nao sei avaliar · nao posso avaliar · cedo pra dizer ·
    muito longo · longo demais`,
  matter: `
    fatura · boleto · nota fiscal · pagamento · pedido · pacote · entrega · senha · conta · assinatura · licenca · email · recibo · faturas ·
    pedidos · contas · licencas · desconto · contrato · orcamento · acesso · impressora · telefone · tela · arquivo · arquivos · valor · saldo ·
    cupom · compensacao · cartao · celular · encomenda · codigo de rastreio · nf · pix`,
  topic: `
    produto · app · aplicativo · programa · software · ferramenta · manual · instrucoes · documentacao · busca · pesquisa · modo escuro · menu ·
    interface · design · layout · recurso · pagina · bot · robo · chatbot · atendente · atendentes · representante · consultor · consultora ·
    tecnico · tecnica · mocinha · mocinho · rapaz · loja · empresa · videos · treinamento · musiquinha · musica de espera · fila de espera · versao ·
    precos · qualidade · letra`,
};
