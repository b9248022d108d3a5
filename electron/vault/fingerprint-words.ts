/** Two lists of 256 short words with the same numbers; the order is frozen, for both screens must show the same six. */
const RU =
  'азбука айва алмаз альбом арбуз арка астра атлас аист банка баня барс башня белка берег берёза билет блин бобр бочка брод бублик ' +
  'букет буква буря бусы вагон ваза валенок варежка ведро веер весло ветка ветер вилка вишня волк волна ворота вьюга газета галка ' +
  'гамак гвоздь герб гнездо голубь гора горох град гриб груша гусь дача дверь дерево диван дождь долина доля дом дрозд дуб дудка ' +
  'дыня ёж ёлка енот ерш жаба жёлудь жираф жук журавль забор завод закат замок запад заря звезда зебра зерно зима змея зонт зубр ' +
  'игла изба икра ирис искра ива камень камыш канат карась карта каша кедр кит клён ключ книга ковёр козёл кокос кольцо комар компас ' +
  'конь корабль кость кот кошка крот круг крыло кубок кукла куст лампа лапа ласточка лебедь лев леска лето лилия лимон лиса лист ' +
  'лодка ложка лось лужа луна лыжи магнит май мак малина марка маяк мёд мел мельница метро мост море мох муха мышь мяч налим ночь ' +
  'нота облако овёс овца огонь окно олень орёл орех осень осина остров пальма парус паук пень перо песок петух пила пирог плот поезд ' +
  'поле пони порт почта пруд птица пчела радуга рак ракета река репа рис ров рожь роза роса ручей рысь рябина сад самовар сани сапог ' +
  'свеча север семя сеть скала слива слон снег сова сокол соль сосна спица стол стриж стул сугроб сумка сыр тайга такси танец театр ' +
  'тигр тополь трава тропа труба туман тыква утка утро уха факел флаг флейта фонарь хлеб хобот холм храм цапля цветок цирк чайка ' +
  'часы чашка черника чиж шалаш шар шарф';

const EN =
  'acorn almond amber anchor ankle apple apron arch arrow atlas attic autumn badge baker bamboo banner barley barn basin basket ' +
  'beach beaver bell berry birch bird biscuit blanket boat bonnet book boot bottle bowl branch brass bread brick bridge broom brook ' +
  'brush bucket bugle butter button cabin cactus camel camera canal candle canoe canvas carpet carrot castle cedar cello chalk ' +
  'cherry chess circle circus cliff clock cloud clover coast cobalt coffee comet compass copper coral corner cotton crane crater ' +
  'crayon cricket crown curtain cushion daisy desert dinner dolphin donkey door dragon drum eagle earth echo elbow elder ember ' +
  'engine falcon feather fence fern fiddle field finch flag flute forest fossil fountain fox galaxy garden garlic ginger glacier ' +
  'globe glove goose grape gravel guitar hammer harbor harp hazel hedge helmet hermit heron hill honey horse igloo island ivory ' +
  'jacket jasmine jelly jungle juniper kettle keyboard kitchen kite kitten ladder lagoon lake lamp lantern laurel lemon letter lily ' +
  'linen lizard lobster lotus magnet maple marble market meadow melon mirror mitten monkey moon mountain mushroom music napkin ' +
  'needle nest north nutmeg oak oasis ocean olive onion orange orchard otter owl oyster paddle palace paper parrot peach pebble ' +
  'pencil pepper piano pillow pilot pine planet plum pocket pond poplar potato prairie pumpkin puzzle quartz quill rabbit radio rain ' +
  'raven ribbon river robin rocket rose saddle salmon sandal saucer school shadow shell silver sleigh snow sparrow spider spoon ' +
  'spring squirrel star stone summer sunset swan table teapot temple thistle thunder tiger timber tomato tower train tulip tunnel ' +
  'turtle umbrella valley velvet';

export const FINGERPRINT_WORDS = { ru: RU.split(' '), en: EN.split(' ') } as const;
