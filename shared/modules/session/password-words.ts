/** Words that people make passwords of: world-wide favourites, names, towns, months, and the words of this work. */
export const COMMON_WORDS: readonly string[] = (
  'password passwort parole letmein welcome iloveyou monkey dragon master superman batman qwerty admin administrator login user guest test ' +
  'root secret princess sunshine shadow michael jordan jennifer hunter football baseball basketball hockey soccer killer pepper ginger summer ' +
  'winter spring autumn charlie thomas robert daniel andrew joshua matthew ashley jessica amanda nicole hannah samantha elizabeth victoria ' +
  'alexander alexandra anastasia ekaterina svetlana natasha tatiana computer internet samsung iphone google yandex mailru vkontakte facebook ' +
  'instagram windows microsoft linux minecraft pokemon starwars matrix trustno whatever freedom forever loveyou lovely angel angels butterfly ' +
  'flower diamond silver golden cookie chocolate cheese banana orange apple cherry mustang ferrari porsche mercedes toyota corvette harley ' +
  'yamaha honda nissan lexus bmw audi changeme default system manager service support office company business money lucky happy smile family ' +
  'mother father sister brother america london paris moscow russia kazakhstan astana almaty krasnoyarsk siberia novosibirsk petersburg sochi ' +
  'kazan ufa samara omsk tomsk perm january february march april may june july august september october november december monday tuesday ' +
  'wednesday thursday friday saturday sunday abc abcd abcde abcdef abcdefg abcdefgh xyz aaa bbb ccc passw pass passwd pa55word keyboard ' +
  'keepass security access private personal cheburashka zenit spartak dinamo lokomotiv ronaldo messi barcelona chelsea arsenal liverpool ' +
  'manchester juventus realmadrid naruto sakura sasuke pikachu zxcvbn asdfgh qazwsx qweasd onetwothree iloveyouforever jesus christ heaven ' +
  'blessed god tigger snoopy maggie buster bailey sophie chloe molly rocky max oliver leo bella luna coco phoenix falcon eagle tiger lion wolf ' +
  'bear panther cobra viper python jaguar hawk raven rainbow unicorn sweetheart honey sugar candy peanut cupcake pumpkin muffin marshmallow ' +
  'champion victory winner legend warrior knight ninja samurai pirate wizard magic merlin gandalf frodo aragorn legolas tirek mentor nastavnik ' +
  'pillar podderzhka detdom internat orphanage children пароль парол админ администратор пользователь гость вход логин привет здравствуй ' +
  'любовь люблю любимая любимый солнышко солнце зайка зайчик котик котёнок кошечка кисуля малыш малышка принцесса королева король ангел ' +
  'ангелочек демон дракон мама папа мамочка папочка сестра брат семья бабушка дедушка сынок доченька россия казахстан москва астана алматы ' +
  'красноярск сибирь петербург новосибирск казань самара омск томск пермь уфа сочи караганда шымкент павлодар актобе атырау костанай кокшетау ' +
  'весна лето осень зима январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг ' +
  'пятница суббота воскресенье александр александра алексей анастасия андрей анна антон артём артур валентина валерий вера виктор виктория ' +
  'виталий владимир владислав вячеслав галина геннадий георгий дарья денис дмитрий евгений евгения екатерина елена елизавета иван игорь илья ' +
  'ирина кирилл константин ксения лариса лидия людмила максим маргарита марина мария михаил надежда наталья никита николай оксана олег ольга ' +
  'павел пётр полина роман руслан светлана семён сергей софия станислав степан тамара татьяна тимур фёдор юлия юрий яна ярослав айгуль айдана ' +
  'айжан аружан асель асхат бауыржан болат гульнара динара ербол ержан жанар жания нурлан нурсултан сауле серик тимурлан толеген спартак зенит ' +
  'динамо локомотив ювентус реал барселона футбол хоккей чемпион победа удача счастье деньги богатство успех мечта директор школа детдом ' +
  'интернат приют воспитатель психолог педагог наставник наставничество опека ребёнок дети детство ребята куратор координатор компьютер ' +
  'интернет яндекс гугл контакт одноклассники телефон телевизор музыка гитара песня книга медведь волк лиса заяц тигр лев орёл сокол кошка ' +
  'собака лошадь дельфин панда пантера берёза ромашка роза тюльпан цветок цветочек вишня яблоко клубника малина шоколад конфета печенье ' +
  'мороженое секрет тайна ключик доступ система безопасность сервер работа начальник бухгалтер бухгалтерия документ договор контракт звезда ' +
  'звёздочка луна небо облако море океан река гора радуга снежинка снегурочка йцукен фывапр ячсмить чебурашка крокодил гена винни пятачок ' +
  'карлсон незнайка буратино колобок бог господи аллах слава спаси сохрани амин вперёд родина отчизна мир дружба жвачка свобода қазақстан ' +
  'құпиясөз сәлем махаббат күнім жаным анашым әкем балам тірек ұстаз бақыт арман достық отбасы'
).split(' ');
