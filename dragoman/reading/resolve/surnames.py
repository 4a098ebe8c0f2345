"""Surnames of statesmen that are also words, or so many people's that they tell nobody."""

from __future__ import annotations

from dragoman.reading.resolve.lexicon import word_set

# Words of the language, first names, and names of which a text may have several bearers.
COMMON = word_set(
    "may major baker long park key hill cook straw hunt brown rice young day hope ford li"
    " an he ho to wang chen kang son lee kim no nam il lie fox taylor smith martin harris"
    " price clark williams granger barrow davis mitchell browne lobo mesa franco banda robinson"
    " george higgins connolly kenny cowen rowley chan adams bird bishop chambers arthur anthony"
    " pierre field holland spencer skate golding flores garcia perez bosch guzman"
    " saca michel faure barre veiga pires huang musa costello lynch noon"
    " holt evans hayden klaus dini berger paul reina pacheco monge"
    " hoover grant root grew lodge ball craft lake north bunker burns barrack hammer dole law grey"
    " home younger foot pierce ferry pen frank struck mock machete slot orange great tan stray"
    " parts spring muslim gold bar sultan dam beg ram tin tea emperor van dung hang yuan sun song"
    " mark queen sin sing fisher street ward savage little urban dinar wine tax fall junior banana"
    " sharp cannon villa knight mitre pastor fore elder hug rose bond green reed banks cross"
    " black wood stone church temple castle bridge magyar schilling wells rivers lane marsh west"
    " east south"
)
# Without the day of the office these tell nobody: first names, and surnames of millions.
MANY = word_set(
    "carter haig rusk khan singh ahmed ahmad hassan hussein ali khalil ibrahim mohammed mohamed"
    " abdullah salman rahman hussain aziz omar malik mansour saleh salim mustafa suleiman nasir"
    " abbas begum habib hamid mansur muhammad mohammad faisal ghazi majid abdi issa ismail fuad"
    " rashad yahya badr mubarak khalid khalifa abdelaziz sayed salah youssef youssouf abdallah"
    " hamad yusuf sharif mahmud hasan ebrahim abdullahi nur juma oumar amadou bello abubakar"
    " fernandez hernandez rodriguez lopez martinez gonzalez sanchez ramirez torres gomez diaz"
    " ramos morales castillo moreno ortega vargas alvarez gutierrez santos silva costa pereira"
    " oliveira sousa rodrigues fernando francisco roberto jorge augusto antonio lucas salvador"
    " guido pedro luis leon romulo orlando marco tomas jesus maria ivanov petrov popov antonov"
    " alexander andrei roman vasile boris nikola nicholas anders otto karl ferdinand emmanuel"
    " johnson wilson thompson anderson jackson white roberts wright walker hall green scott allen"
    " moore campbell stewart morris bell murphy kelly ryan butler john david peter joseph james"
    " daniel samuel richard philip nelson gordon louis gabriel chris eugene timothy eric solomon"
    " benjamin adam norman anand anna moses roy amos sam victor albert charles henry king mendis"
    " fischer schmidt schneider weber wagner muller meyer rossi bianchi tanaka suzuki watanabe"
    " yamamoto nakamura kobayashi andersson hansen nielsen jensen larsen olsen berg bernard"
    " laurent simon vincent dumas francis marie philippe olivier shah patel kumar sharma gupta"
    " perera horn lange pavel kok nano meta rama bio sir win thant nu bush hood power ross gates"
    " christopher laird powell rogers marshall howe howard hull perth stocker jobs waltz"
    " zhang chang han liu hong yang zhou wu lin su cho ko choi chung hwang lim ri pak yu nguyen"
    " pham tran truong le vo bui ngo dang aung norodom ung ma hu zhao tang xu zhu lu lai zeng"
    " jiang wei qin deng peng fu yoon shin ahn roh tsai hsu"
)
