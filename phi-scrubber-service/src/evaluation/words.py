"""Invented people, places and things for the evaluation sets. No list here is one that a detector loads."""

# Each set has names of its own; both of every origin that a hospital in the United States meets.
GIVEN = {
    "ward": """Adaeze Bukola Chidinma Olumide Tunde Kwabena Abena Esi Yohannes Selam Tsegaye Hodan Abdirahman Fadumo
Ayaan Nasra Mehwish Zubaida Faisal Bushra Noorullah Parwana Shahnaz Behrouz Farrokh Niloufar Anahit Hovsep Araksi Lusine
Giorgi Nino Oksana Bohdan Zlata Ruslan Svitlana Grzegorz Wojciech Agnieszka Kasia Zdenek Ludmila Istvan Zsofia Ilinca
Radu Dragomir Vesna Zoran Katarina Eleni Panagiotis Stavroula Giuseppina Salvatore Concetta Ximena Itzel Cuauhtemoc
Xochitl Yesenia Guadalupe Refugio Leocadia Thiago Joao Luiza Iracema Jean-Baptiste Marie-Claire Wideline Fritznel
Kealoha Malia Leilani Sefina Tavita Lupe Ha Thuy Quoc Bao Linh Tuyet Xiong Mai Kou Pajhoua Chue Soo-jin Hyun Ji-woo
Minjun Xiaoming Yuxuan Zihan Weiwei Haruka Kenjiro Sachiko Purnima Anjali Vignesh Karthik Lakshmi Harpreet Gurdeep
Simran Manpreet Tenzin Dawa Pasang Siobhan Niamh Caoimhe Eoghan Rhiannon Ffion Alasdair Isla Solveig Torbjorn Astrid
Saoirse Maeve Tallulah Zebulon Ignatius Hepzibah Mordecai Shoshana Yaakov Rivka Chaya Moishe Hassie Delphine Octavius
Renee Frank Bill Rose Hope Grace Faith Will Mark June""".split(),
    "desk": """Ngozi Emeka Ifeoma Babatunde Folake Kofi Akosua Efua Mulugeta Hirut Bereket Khadra Mahad Sagal Liban
Zahra Rukhsana Imran Saima Hamid Golnaz Dariush Soraya Artur Gayane Vartan Tamar Levan Halyna Taras Yaroslava Anatoliy
Malgorzata Zbigniew Jadwiga Beata Vaclav Bozena Laszlo Agota Mircea Doina Slobodan Jasna Branko Despina Evangelos Rosaria
Gennaro Pasquale Citlali Tenoch Marisol Chayo Eustaquio Nayeli Dulce Caetano Rafaela Conceicao Pierre-Louis Guerline
Roselaure Ikaika Noelani Kaimana Fetu Sione Mele Trang Duc Khanh Ngoc Phuong Yer Tou Mee Bee Kia Eun-ji Sang-hoon Yuna
Hae-won Jiahao Ruoxi Mengyao Zhiwei Naoko Takeshi Yumiko Deepika Arvind Meenakshi Suresh Padma Jaswinder Balbir Navdeep
Karma Dolma Lobsang Aoife Ciaran Grainne Fionnuala Bronwen Gethin Hamish Catriona Ingeborg Gunnar Sigrid Orla Declan
Philippa Barnaby Thaddeus Keziah Ephraim Devorah Shmuel Tzipporah Avrum Lavinia Cornelius Cletus Zelda Chance Summer Sky
Joy Dawn Jack Ray Art Pat Sandy Young""".split(),
    "kept": """Amaka Uchenna Segun Yewande Kwame Ama Hanna Dawit Ifrah Yusuf Nadia Tariq Samira Kaveh Shirin Narek Ani Zurab Iryna
Mykola Danuta Stanislaw Hana Balazs Iulia Goran Mirjana Vasiliki Lorenzo Ximo Azucena Tonatiuh Fabiola Heitor Mariana Fabienne
Keanu Moana Afa Thi Minh Pao Nou Seung Hye Wen Jun Akiko Ravi Latha Amrit Kiran Nima Roisin Cormac Eilidh Henrik Freya Ezra Miriam
Precious Justice River April Will Drew""".split(),
}
FAMILY = {
    "ward": """Okonkwo Adeyemi Nwachukwu Ogunleye Mensah Owusu-Ansah Tekle Gebremariam Warsame Farah Abdullahi Siddiqui
Chaudhry Qureshi Rahimi Tehrani Khachaturian Petrosyan Beridze Shevchenko Kovalchuk Tkachenko Wisniewski Kaczmarek
Dvorak Novotny Szabo Kovacs Popescu Ionescu Jovanovic Petrovic Papadopoulos Stamatakis Esposito Dell'Aquila De Luca
Quetzalcoatl-Ruiz Cuellar Villanueva Ybarra Zaragoza de la Vega Montenegro Pereira dos Santos Oliveira Baptiste
Desrosiers Kahananui Kalani Tuiasosopo Fonoti Nguyen-Tran Huynh Duong Vang Yang Moua Xiong Seo Bae Chung Zhao Ouyang Xie
Nakagawa Watanabe Iyer Subramanian Venkataraman Bhattacharya Dhaliwal Sandhu Lhamo Gyatso O'Shaughnessy MacGillivray
Ni Bhriain Fitzgibbon Pryce-Jones Llewellyn Lindqvist Thorvaldsen Halvorsen Feigenbaum Rosenzweig Teitelbaum Van der Meer
Vanderhoof Bettencourt Begay Yellowhorse Tsosie Whitefeather Birdinground Fontenot Thibodeaux Hatfield-Boggs Crick
Birdsong Pain Foot Best Heard Child Christmas Early""".replace("De Luca", "De_Luca").replace("de la Vega", "de_la_Vega")
    .replace("dos Santos", "dos_Santos").replace("Ni Bhriain", "Ni_Bhriain").replace("Van der Meer", "Van_der_Meer").split(),
    "desk": """Eze Obiang Afolabi Ezenwa Boateng Asante Wolde Hailemariam Jama Omar-Sheikh Dirie Mirza Bajwa Gilani
Karimi Farahani Sarkissian Hakobyan Kvaratskhelia Bondarenko Melnyk Hrytsenko Kowalczyk Zielinski Prochazka Svoboda Nagy
Horvath Munteanu Dumitru Stojanovic Mihailovic Kostopoulos Economou Mastrangelo D'Amico Di Benedetto Tlatelpa Orozco
Echeverria Urquidi Zamudio de los Reyes Saavedra Carvalho da Costa Nascimento Toussaint Laguerre Kamakau Akana Faleafine
Mata'afa Le-Pham Trinh Ngo Lor Thao Cha Her Kwon Noh Jang Zheng Sima Qiu Fujimoto Hasegawa Ramaswamy Krishnamurthy
Mukherjee Deshpande Gill-Brar Sidhu Choedon Norbu O'Donoghue McGlinchey Mac Giolla Fogarty-Hume Cadwallader Bevan
Sjoberg Gunnarsson Ingebrigtsen Finkelstein Shapira Zylberberg Van den Berg Oosterhuis Medeiros Nez Manygoats Tsinajinnie
Redcloud Littlebear Boudreaux Arceneaux Stubblefield Pickle Bacon Sharpe Fever Lung Good Winter Love Small""".replace(
    "Di Benedetto", "Di_Benedetto").replace("de los Reyes", "de_los_Reyes").replace("da Costa", "da_Costa")
    .replace("Mac Giolla", "Mac_Giolla").replace("Van den Berg", "Van_den_Berg").split(),
    "kept": """Onyekachi Adebayo Amoako Darko Bekele Abebe Hersi Osman Butt Sheikh Nazari Moradi Grigoryan Davitadze Savchenko
Marchenko Nowicki Jaworski Kucera Molnar Radulescu Kovacevic Dimitriou Bianchi D'Agostino Xicotencatl Arreola Zepeda Marroquin
Figueiredo Almeida Jean-Philippe Kealamakia Sapolu Phan-Le Dang Thor Her-Moua Ryu Shin Tang Guo Ishikawa Natarajan Banerjee Grewal
Dorje MacSweeney O'Flaherty Cruickshank Eriksen Blumenthal Katz Van_Houten Yazzie Benally Runningwater Landry Peace Waters Cope Weeks""".split(),
}
CITY = {
    "ward": """Ypsilanti Natchitoches Kalispell Okeechobee Punxsutawney Waxahachie Chillicothe Snoqualmie Winnemucca
Tullahoma Pawtucket Escanaba Yreka Poughkeepsie Sault_Ste._Marie Eau_Claire Bay_St._Louis Coeur_d'Alene Port_Jefferson
La_Crosse Truth_or_Consequences Moose_Lake Grand_Forks Fort_Payne Shelbyville Hamtramck Opelousas Kennewick""".split(),
    "desk": """Wapakoneta Oconomowoc Tehachapi Sheboygan Ishpeming Nacogdoches Kissimmee Ogallala Skaneateles Mahwah
Cuyahoga_Falls Bemidji Zanesville Muskogee Petaluma Hoboken Walla_Walla St._Johnsbury Ste._Genevieve El_Segundo
Las_Cruces Lake_Havasu_City Bar_Harbor Rancho_Cucamonga Apalachicola Minot Tupelo Hialeah""".split(),
    "kept": """Schenectady Kankakee Tuscaloosa Yakima Paducah Ocala Bozeman Elko Nashua Saginaw Ponca_City St._Cloud Fond_du_Lac
New_Iberia Cape_Girardeau Las_Vegas South_Bend Twin_Falls""".split(),
}
STREET = {
    "ward": ["Quail Hollow Rd", "Old Post Road", "Sycamore Ave.", "W. 43rd St", "County Road 12", "Martin Luther King Jr. Blvd",
             "Chestnut Street", "Via Dolorosa", "S Lake Shore Dr", "Tanglewood Ln", "Rt. 9W", "Bishop's Gate Ct", "E 1st Ave",
             "Kamehameha Hwy", "Avenida de las Flores", "N. Farm Pkwy", "Rue Bienville", "Mulberry Terrace"],
    "desk": ["Willow Bend Dr", "NW 7th Street", "Old Mill Rd.", "Calle Ocho", "Highway 61 North", "Pond View Cir", "Grandview Ave",
             "St. Charles Avenue", "Blue Heron Way", "Cesar Chavez Blvd", "E. Camelback Road", "Farm to Market Rd 1960",
             "Elm St", "Beacon Hill Pl", "Route 30", "Lower Ferry Rd", "Mt. Vernon Ave", "Peachtree Industrial Blvd"],
    "kept": ["Larkspur Ct", "SE 122nd Ave", "Old Country Road", "Juniper Way", "US Highway 40", "Plaza de la Luna", "Hawthorne St.",
             "N Meridian St", "Rte 7", "Bay Shore Blvd", "Kilkenny Dr", "State Road 46 West"],
}
FACILITY = {
    "ward": ["St. Brendan's Hospital", "Three Rivers Regional Medical Center", "Sutter Creek Family Practice", "Holy Rosary Clinic",
             "VA Medical Center Bluewater", "Mercy Point Cancer Institute", "Kinnickinnic Rehabilitation Hospital",
             "Golden Sands Nursing Home", "Beth Shalom Medical Center", "Dunmore Memorial", "Pine Ridge Health Center"],
    "desk": ["Our Lady of the Lakes Hospital", "Riverbend Urgent Care", "Tri-County Community Hospital", "Eastgate Women's Clinic",
             "Cedar Hollow Hospice", "Lakeview Dialysis Center", "Hillcrest Children's Hospital", "North Fork Medical Group",
             "Sacred Heart Medical Center", "Bayside Orthopedics", "Mountain West Eye Institute"],
    "kept": ["St. Columba's Medical Center", "Prairie Wind Hospital", "Harbor Point Pediatrics", "Copper Ridge Rehabilitation Center",
             "Good Shepherd Hospital", "Wolf River Family Clinic", "University Hospital of the Lakes", "Red Cedar Surgery Center"],
}
EMPLOYER = {
    "ward": ["Hartwell Cartage Co.", "Bluestem Feed & Seed", "Morrow, Pike and Stanhope LLP", "Tri-State Roofing Inc.",
             "Lone Elm School District", "Consolidated Widget Corp", "Ferrante Brothers Bakery"],
    "desk": ["Northgate Logistics LLC", "Pemberton & Sons", "Quill Valley School District", "Stark Recovery Services Inc.",
             "Oakhurst Dairy Co.", "Zephyr Call Centers", "Duffield Law Offices"],
    "kept": ["Tillman Freight Inc.", "Cobalt Software LLC", "Maple Grove Unified School District", "Finch & Daughters"],
}
COUNTY = {"ward": ["Ouachita County", "Itawamba County", "Box Elder County", "Schoharie County"],
          "desk": ["Tuscarawas County", "Okaloosa County", "Deaf Smith County", "Yavapai County"],
          "kept": ["Kittitas County", "Plaquemines County", "Pend Oreille County"]}
SCHOOL = {"ward": ["Elm Grove Elementary", "Horace Mann Middle School"], "desk": ["Jefferson High School", "St. Agnes Academy"],
          "kept": ["Lincoln Elementary"]}
PARK = ["Lake Winnisook", "Devil's Kitchen State Park", "Mount Tuckahoe"]
SHELTER = ["Open Door", "Harbor Light"]
TITLE = ["treasurer", "founder", "chief engineer"]
HOLIDAY = ["Thanksgiving", "Christmas"]

DRUG = {
    "ward": """apixaban Eliquis carvedilol Entresto gabapentin Humira levetiracetam Keppra Synthroid metoprolol Lasix
Zosyn vancomycin piperacillin Ozempic empagliflozin Jardiance Percocet Dilaudid warfarin rosuvastatin Crestor Neurontin
Cipro duloxetine Cymbalta tacrolimus Prograf Premarin spironolactone""".split(),
    "desk": """semaglutide Wegovy Mounjaro lisinopril amlodipine Norvasc atorvastatin Lipitor sertraline Zoloft trazodone
Adderall Vyvanse Flonase montelukast Singulair albuterol Augmentin azithromycin prednisone Medrol Tylenol ibuprofen
Celebrex Xarelto Plavix clopidogrel insulin_glargine Lantus Trulicity""".split(),
    "kept": """metformin Glucophage losartan Cozaar furosemide ceftriaxone Rocephin enoxaparin Lovenox oxycodone Prozac fluoxetine
citalopram Lexapro hydroxychloroquine methotrexate Enbrel adalimumab pantoprazole Protonix ondansetron Zofran heparin""".split(),
}
EPONYM = {
    "ward": ["Takotsubo", "Brugada syndrome", "Wernicke encephalopathy", "Sjögren's", "Kawasaki disease", "Guillain-Barré",
             "Wolff-Parkinson-White", "Raynaud's phenomenon", "Barrett's esophagus", "Wegener's", "Lewy body dementia",
             "Dupuytren contracture", "Mobitz II", "Charcot-Marie-Tooth", "Budd-Chiari"],
    "desk": ["Addison's disease", "Bell's palsy", "Cushing's syndrome", "Ménière's", "Hodgkin lymphoma", "Wilson's disease",
             "Paget disease", "Tourette syndrome", "Sever's disease", "Osgood-Schlatter", "Meckel's diverticulum",
             "Parkinson's", "Huntington disease", "Down syndrome", "Still's disease"],
    "kept": ["Marfan syndrome", "Hashimoto's thyroiditis", "Peyronie's disease", "Ehlers-Danlos", "Behçet's disease", "Menetrier disease",
             "Goodpasture syndrome", "Conn's syndrome", "Horner's", "Pott's fracture", "Lisfranc injury", "Turner syndrome"],
}
PAYER = ["Aetna", "UnitedHealthcare", "Blue Cross Blue Shield", "Cigna", "Humana", "Molina", "Tricare", "Medi-Cal", "Anthem"]
STATE = ["MI", "LA", "MT", "FL", "PA", "TX", "OH", "WA", "NV", "TN", "RI", "CA", "NY", "WI", "AL", "MO", "ME", "OR", "NM"]
HOST = ["starling-clinic.org", "tririvershealth.com", "hcp-portal.net", "bluewater.care", "mychart.kestrelhealth.org"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ORDINAL = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth
twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first""".split()
