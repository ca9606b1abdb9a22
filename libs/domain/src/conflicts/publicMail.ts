/**
 * Domains where anybody can have a mailbox: they say nothing about where somebody works. The one list of them; universities that
 * also give mailboxes to the public are not on it.
 */
export const publicMail: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.it outlook.fr outlook.de outlook.es hotmail.com hotmail.it hotmail.fr hotmail.de ' +
    'hotmail.es hotmail.co.uk live.com live.it live.fr live.nl live.co.uk msn.com passport.com yahoo.com yahoo.it yahoo.fr yahoo.de ' +
    'yahoo.es yahoo.co.uk yahoo.co.in yahoo.in yahoo.com.br yahoo.ca yahoo.com.au yahoo.co.jp yahoo.com.tw yahoo.com.cn ymail.com ' +
    'rocketmail.com icloud.com me.com mac.com aol.com aim.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de ' +
    'arcor.de online.de posteo.de posteo.net mailbox.org proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tuta.com ' +
    'hey.com fastmail.com fastmail.fm hushmail.com zoho.com zohomail.eu mail.com email.com inbox.com lycos.com pobox.com disroot.org ' +
    'riseup.net mailfence.com runbox.com startmail.com libero.it virgilio.it tiscali.it alice.it tin.it tim.it iol.it inwind.it ' +
    'fastwebnet.it poste.it email.it aruba.it pec.it orange.fr free.fr laposte.net wanadoo.fr sfr.fr neuf.fr bbox.fr club-internet.fr ' +
    'bluewin.ch hispeed.ch chello.at aon.at skynet.be telenet.be ziggo.nl planet.nl hetnet.nl kpnmail.nl xs4all.nl home.nl ' +
    'btinternet.com virginmedia.com blueyonder.co.uk ntlworld.com sky.com talktalk.net eircom.net telefonica.net terra.es wp.pl onet.pl ' +
    'interia.pl o2.pl seznam.cz centrum.cz azet.sk abv.bg ukr.net i.ua yandex.ru yandex.com ya.ru mail.ru bk.ru inbox.ru list.ru ' +
    'rambler.ru sapo.pt iol.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com walla.co.il hanmail.net daum.net naver.com nate.com ' +
    'qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 21cn.com rediffmail.com comcast.net verizon.net ' +
    'att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net shaw.ca rogers.com sympatico.ca bigpond.com bigpond.net.au ' +
    'optusnet.com.au ' +
    // set aside for examples: nobody works there
    'example.org example.com example.net'
  ).split(' '),
);
