"""The people, places and things of the set `final`; for no other set."""

WOMEN = """Adriana Aisling Ameena Ananya Anneliese Apolonia Aurelia Ava Bao-Yu Barbara Beulah Brianna Brigid Caitlin Carol Cecily Charlene Chioma Clementine
Consuelo Dahlia Dawn Dakota Debra Diep Dominique Earnestine Elif Elspeth Eun-Ji Evangelina Fadumo Felicity Florence Geraldine Gulsen Harriet Hina Honor
Huong Ingrid Isadora Jacqueline Jerusha Jolene Josefina Kaylee Kerry-Ann Kristy Laquisha Laurel Leila Lena Lilliana Lorraine Luz Mabel Madison Mahalia
Malati Maria-Elena Mele Melody Mercy Mildred Mirabel Montserrat Nayeli Nell Nicole Nilufar Noelani Nora Oluwaseun Paige Pamela Parvati Perla Phyllis
Queenie Quynh Rebekah Rhonda Robin Rochelle Rose Sandhya Selam Shira Shu-Fen Stacey Sunita Sylvie Tamsin Tenzin Thelma Trang Uma Vera Viola Winnie
Wren Xochitl Yelena Zahra Zoe""".split()
MEN = """Abdul Adrian Ahmed Alasdair Alvin Amit Antoine Archibald Ariel Augustus Aurelio Axel Barrett Bernard Brent Cameron Casimir Cesar Chester Chukwuemeka
Conrad Dale Dalton Dante Dashiell Dennis Dinesh Dong Drew Dwayne Edgar Edwin Eli Emilio Emmett Ernest Ezra Farid Fidel Floyd Forrest Frank Fritz Garrett
Gerardo Gilbert Grant Guillermo Haruto Harold Henrik Herman Homer Horacio Humberto Isaiah Ismael Jalen Jamison Javier Jerome Jin Jonas Josué Kareem-Ali Keanu
Keith Kenneth Khoa Lars Lazarus Lawrence Leandro Lionel Lloyd Long-Wei Lorenzo Lyle Mack Manuel Marcus Mark Maurice Maximiliano Melvin Merle Milton Mustafa
Naveen Noah Obinna Oren Oswald Pascal Patrick Pranav Pete Rashid Reggie Reynaldo Rex Rocco Rufus Rusty Sebastián Sidney Simeon Solomone Stephon Sterling
Suresh Tendai Terrence Tyrone Valentin Vasily Vance Vicente Wallace Walter Warren Wesley Woodrow Yaroslav Zebulon Zion""".split()
FAMILIES = """Abdi Abramowitz Adkins Afolabi Alarcón Alvarado Amundson Andrews Antoniou Aoki Aragón Armijo Ashworth Asghar Ávila Ayala Babatunde Ball Barnes Basu
Beaumont Becker Bello Berry Bianchi Bird Blanco Blevins Booker Bowman Brooks Brown Bustamante Cain Calderón Camacho Canty Castillo Cervantes Chang Charles
Chavez Cheng Chowdhury Church Close Cohen Comeaux Crane Cross Crowfoot Cuevas Dahl Daniels Danjuma Das Delaney Delgado DeLuca Desai Dixon Dominguez Doyle Drummond
Duarte Duong Dutta Early Echevarría Edwards Elizondo English Erdoğan Esposito Eze Falcone Farouk Fernandes Finch Fisher Flynn Forrester Fox Frost Fujimoto
Gaines Galvan García Gebreselassie Gentry Ghosh Gibbs Golden Good Gordon Green Gupta Ha Hagopian Hall Han Harjo Hart Hayashi Hess Hickey Hirsch Ho Huang Hunt
Hurtado Ibe Irizarry Ito Jain Jankowski Jefferson Jiang Jiménez Joseph Juárez Kang Kaur Kelly Khan Kiefer King Kirby Klein Knight Kobayashi Koroma Kovács
Krueger Lacey Lake-Norris Lau Leal Lee Leung Levy Li Lim Lin Lindgren Lucero Luna Ma Malhotra Mann Mariscal Mason Mata Mathew McBride McDaniel McKenna Means
Mehta Mendez Meyer Mitchell Mohamud Monroe Montoya Morgan Moss Mueller Muñoz Myers Naidoo Nair Nash Nikolaidis Noble Norris Novak O'Connell O'Keefe O'Toole
Oh Olivares Olsen Ong Osborne Owusu Page Palmer Panganiban Pappas Paredes Pearl Pelletier Penn Pérez Pham-Lowe Pope Porter Powell Power Qureshi Rahman Ramos
Rao Razo Reyes Rice Riddle Rios Rivera Robles Romano Rosado Rosario Rossi Rush Russo Sato Savage Schneider Schultz Self Sharma Shaw Shelby Silva Simmons Sims
Sinclair Snow Soto Starks Stephens Suárez Sultana Swann Swift Talamantes Tan Tate Taylor Thaqi Toledo Torres Treviño Trinh Tsai Turner Upshaw Vaca Valencia
Van_Dyke Vargas Varma Walker Walsh Ward Webb Wells Wheeler Wilder Wolf Wong Worthy Wright Yoder Yoon Zamarripa Zavala Zhu de_Souza Mac_Donald El-Amin""".split()
NICKNAMES = "Scooter Tío Birdie Cy Flaco Gus Honey Izzy Kit Lala Moose Nene Patches Rooster Shorty Taz Vee Whit Yaya Zip Dutch Goldie".split()
CITIES = """Bozeman|Laredo|Peoria|Kaneohe|Lewiston|Shreveport|Calexico|Twin Falls|Johnstown|Durango|Macon|Watsonville|McAllen|Broken Arrow|Mankato|Williston|Ely|
Hazard|Aberdeen|Bullhead City|Chula Vista|Clarksville|Hilton Head|Boone|Allentown|Paterson|Chico|La Crosse|Houma|Corvallis|Normal|Enterprise|Liberty|Erie|Surprise|
Juneau|Kenai|Hialeah|Post Falls|Elizabeth City|Jackson|Lawrence|Nome|St. George"""
STREETS = """Foxglove Way|N. Ashland Ave|SE Hawthorne Blvd #6|County Line Rd|Chapel Street|Juniper Cir.|South 9th St|Mockingbird Trl, Spc 18|Calle del Norte|
Signal Mountain Rd|US Highway 2 East|Paseo de las Flores Apt C|E. Kilbourn Ave|Dogwood Hollow|Esplanade Ave Fl 3|Corporal Hines Dr|Mill Pond Rd, Bldg 4|
Cesar Chavez Blvd|Cedar Break|22nd Pl SW|Medical Plaza Dr, Ste 110|Harbor Light Ln|Main|Agua Fria"""
FACILITIES = """Bitterroot Valley Hospital|Our Lady of the Lakes|Crescent Shore Medical Center|Jefferson Parkway ER|Stonewater Rehabilitation|Prairie Rose Clinic|
Hennepin Ridge Medical Center|Lantern House|Northgate Pediatrics|Rady-Lowell Children's|Desert Bloom Oncology|Veterans Home at Walker|St. Casimir's Hospital|
Blackhawk Orthopaedics|Golden Gate Heart Institute|Tri-Rivers Community Health|Alder Creek Memory Care|Kestrel Imaging Center|University of Ozark Medical Center"""
EMPLOYERS = """Home Depot|Sunbelt Citrus Packers|McKinley Paper|FedEx|Grandview Casino & Resort|Lone Star Drywall|Foster & Sons Trucking|JBS|the Kroger on 5th|
City of Houma|Zephyr Semiconductor|Waffle House|Burlington Northern|Bright Start Childcare|Lowcountry Shrimp Co.|Northstar Credit Union|Starbucks"""
SCHOOLS = """Washington Elementary|Eisenhower Middle|Copper Canyon High School|Our Lady of Sorrows School|Busy Bees Daycare|Great Basin State|KIPP Harmony|P.S. 204|Mesa Verde College|Wolf Point Head Start"""
COUNTIES = """Boone County|Kern County|St. Landry Parish|DuPage County|Cameron County|Matanuska-Susitna Borough"""
COUNTRY = "example.net|yahoo.example.com|crescentshore.example.org|example.org|ozark.example.edu"
STATES = "MT TX IL HI ME LA CA ID PA CO GA OK MN ND NV KY SD AZ TN SC NC NJ WI OR AK UT".split()
