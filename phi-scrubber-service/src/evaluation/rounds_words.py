"""The people, places and things of the set `rounds`; for no other set."""

WOMEN = """Abigail Adelaida Ainsley Alondra Amrita Anahit Angelique Annalise Arlene Asha Bernadette Bettina Bintou Blessing Brandi Brooke Candelaria Carmelita
Catalina Chau Cheyenne Claudette Corinne Dalisay Darlene Destiny Divya Doreen Dung Edwina Eloise Emiko Ernestine Eugenia Faith Fatemeh Fern Frances
Genevieve Ginger Graciela Grace Halina Hanh Heather Hyun-Ju Ilse Ines Irina Ivy Jacinta Jasmine Jiayi Joy Juana Kamala Kateryna Keiko Kimberly
Lakshmi LaTonya Leticia Lien Linh Lucinda Makayla Marguerite Mariam Maribel Maya Mercedes Mireille Miriam Monique Nadine Naomi Ngozi Noor Octavia
Olga Opal Patience Penelope Philomena Pooja Ramona Rasheeda Reina Rivka Rosario Roxanne Ruby Rutendo Sage Salma Sinead Shreya Sky Soo-Jin Summer
Tabitha Tamika Temperance Tierra Trinidad Ursula Valeria Verónica Vivian Wilhelmina Xiu Yasmin Yetunde Yolanda Zara Zenaida Zuzanna""".split()
MEN = """Aaron Abel Adebayo Alonzo Amadou Amos Andrés Angus Anthony Arjun Arnulfo Basil Benito Benoit Bilal Boris Brayden Bruno Byron Camilo Carlton Chad
Chance Christos Clarence Clay Clifton Cornelius Curtis Damian Dario Darnell Deshawn Devon Dieter Dong-Hyun Earl Ebenezer Eduardo Elijah Elmer Ephraim
Ernesto Ezekiel Fabian Felipe Francis Gael Gideon Glenn Grady Guadalupe Gustavo Hassan Hector Heriberto Hershel Hugh Ibrahim Imran Isaac Isamu Ivan Jaden
Jaime Jesús Joaquín Jonah Julio Karim Karl Kenji Kofi Krishna Lance Leland Lonnie Lucius Luther Marcel Mario Marquis Mekhi Miguel Minh-Tam Mordecai
Moses Muhammad Murray Nasir Nestor Nigel Nils Norbert Octavio Olaf Orlando Osman Otto Percy Pierre Quincy Ramiro Ravi Raymundo Rodrigo Rohan Roman Roosevelt
Rudolph Salvador Samir Santiago Saul Seung Sherman Silas Sione Tanner Tevita Theodore Thuan Tobias Tyrell Ulises Vernon Vikram Virgil Wade Walid
Wilbur Will Xavier Yannick Yosef Yuri Zane""".split()
FAMILIES = """Abernathy Acevedo Agarwal Aguirre Ahmadi Akintola Alcántara Allred Almeida Ansah Antonucci Arredondo Asante Baptiste Barzani Bautista Bellweather
Beltrán Bergström Bhatt Blackwood Bourgeois Branch Brightwater Buenaventura Burke Cabrera Callahan Castellanos Chandrasekaran Chen Cho Clearwater Colón
Contreras Cook Cortez Covarrubias Cruz D'Agostino D'Souza Dang Day Delgadillo Deng Deutsch Diallo Diaz Do Dubois Duffy Dvořák Eagleton Ebrahimi Eisenberg
Enríquez Escobedo Faulkner Fields Flores Fofanah Forde Freeman Fuentes Gallegos Gill Glass Gomes Gonzales Grant Greenbaum Grimaldi Gutiérrez Guzmán
Hamid Hanrahan Hargrove Hernandez Hoàng Holloway Horvath Houser Hsu Hussain Ibrahimović Ikeda Im Inoue Ismail Jackson Jagielski Janssen Jean-Baptiste
Johnson Joubert Kamara Kaplan Karlsson Kasprzak Keller Keo Kirkpatrick Kruse Kumar Lafleur Lam Lang Laurent Lavoie Le Ledesma Little Locklear Long Lopez
Love Lozano Lê MacGregor Maldonado Mancini Marchetti Martinez Massoud Matsumoto May McAllister McCray Medina Mensah Mercado Michaels Miyamoto Moon Moreau
Morningstar Mukherjee Murphy Navarro Nez Nimmo Nuñez O'Brien O'Shaughnessy Ochoa Ogunleye Ortega Ouedraogo Oyelaran Pacheco Padgett Parrish Patel Peña
Perlmutter Petrov Phan Pierre-Louis Pineda Ponce Prasad Price Quintero Ragsdale Ramírez Reddy Rosenthal Roy Ruiz Said Salazar Sandoval Santos Schmidt
Shah Sharp Singh Skinner Small Solomon Son Spotted-Elk Stern Strickland Suleiman Tabrizi Tafoya Tapia Thao Thompson Tolentino Trujillo Tuiasosopo Underwood
Urbina Valdovinos Vang Vega Velázquez Vigil Volkov Wade Wang Washington Waters Weiss White Wilkerson Winters Wu Yamamoto Yang Yilmaz Zapata Zayas Zhang
Ziegler Zimmerman van_der_Berg de_León Del_Toro St._Pierre""".split()
NICKNAMES = "Sonny Chip Trey Tootsie Beto Nana Coco Butch Fifi Pip Memo Tex Dee Cricket Rocky Boots Chela Ace Bubba Smitty Lefty Doc Biscuit Pilar".split()
CITIES = """Terre Haute|Abilene|Moline|Hilo|Bangor|Lake Charles|El Centro|Pocatello|Altoona|Cheyenne Wells|Valdosta|Salinas|Brownsville|Muskogee|
Duluth|Fargo|Winnemucca|Paducah|Sioux Falls|Show Low|Rancho Cucamonga|Murfreesboro|Beaufort|Mount Airy|Scranton|Hoboken|Yuba City|Eau Claire|Baton Rouge|
Medford|Orange|Mobile|Independence|Reading|Hope|Fairbanks|Wasilla|Opa-locka|Coeur d'Alene|Kill Devil Hills"""
STREETS = """Larkspur Ln|E. Gun Hill Rd|SW Barbur Blvd, Apt 11|County Road 550|Church Street|Sycamore St.|North 3rd Street|Palm Dr., Lot 44|Via Encantada|
Beacon Hill Ter|State Route 9|Camino Real #204|W. Fond du Lac Ave|Magnolia Bluff Circle|Rue Chartres|Sgt. Tolliver Way|Tower Rd Unit B|MLK Jr Blvd|Pine Needle Pass|
10th Ave NE|Doctors Park Dr, Suite 300|Fisherman's Wharf Rd|Elm|Loma Alta Pl"""
FACILITIES = """St. Brendan's Medical Center|Riverbend Community Hospital|Mercy Gulf Coast|Whitman County Hospital|Harlan Heights Nursing and Rehab|Piedmont Women's Center|
University Hospital of Tidewater|Sunridge Behavioral Health|Northfork Family Practice|Saint Isidore Children's Hospital|Copper Basin Dialysis|Elk Run Hospice|
Beth Tikvah Medical Center|Cypress Point Imaging|Franklin Oaks SNF|VAMC Grand Prairie|Glenwood Surgery Center|First Street Free Clinic"""
EMPLOYERS = """Tri-County Roofing|Walmart|Brickhouse Foods|Ironwood Steel|Amazon|Kessler Plumbing & Heating|Blue Lagoon Casino|Palisade Mutual|the Dollar General on Main|
Tanaka Nursery|Fulton County Sheriff's Office|US Postal Service|Marigold Daycare|Southwest Airlines|Gage Turbine Works|Hobby Lobby"""
SCHOOLS = """Lincoln Elementary|Roosevelt Middle School|Oak Hollow High|St. Agnes Academy|Little Acorns Preschool|Palmetto State University|Ridgeview Charter|PS 118|Desert Sands Community College|Happy Hearts Head Start"""
COUNTIES = """Pulaski County|Yolo County|Ascension Parish|Cook County|Hidalgo County|Kenai Peninsula Borough"""
COUNTRY = "example.com|gmail.example.com|riverbend.example.org|mail.example.org|uhealth.example.edu"
STATES = "IN TX IL HI ME LA CA ID PA CO GA OK MN ND NV KY SD AZ TN SC NC NJ WI OR FL AK".split()
