#!/usr/bin/env python3
"""Writes rules/geography.yaml: countries, territories, U.S. states, cities and their capitals.

    python3 tools/geography.py            # writes rules/geography.yaml
    python3 tools/geography.py --stdout   # prints it

The tables below are the data; nothing is downloaded, so the same tables always give the same file.
The countries, capitals, demonyms and states were written by hand. Which cities count as the 300
largest follows the populations in GeoNames (CC BY 4.0), without districts of other cities and
without Chinese prefectures whose figure is mostly countryside.

A row is `name | also; also | demonym | in | capital / capital | note`. A name that starts with "the "
takes the article in claims. Trailing fields may be left out. A city row is `name | also | in`.
"""

import re
import sys
import unicodedata
from pathlib import Path

CONTINENTS = """
Africa | | African
Antarctica | | Antarctic
Asia | | Asian
Europe | | European
North America | | North American
Oceania
South America | | South American
"""

# UN geoscheme, with two newsroom exceptions: Russia and Cyprus count as Europe.
COUNTRIES = """
Afghanistan | | Afghan | asia | Kabul
Albania | | Albanian | europe | Tirana
Algeria | | Algerian | africa | Algiers
Andorra | | Andorran | europe | Andorra la Vella
Angola | | Angolan | africa | Luanda
Antigua and Barbuda | Antigua | Antiguan | north-america | St. John's
Argentina | Argentine Republic; Argentinian | Argentine | south-america | Buenos Aires
Armenia | | Armenian | asia | Yerevan
Australia | Commonwealth of Australia | Australian | oceania | Canberra
Austria | | Austrian | europe | Vienna
Azerbaijan | | Azerbaijani | asia | Baku
the Bahamas | Commonwealth of the Bahamas | Bahamian | north-america | Nassau
Bahrain | | Bahraini | asia | Manama
Bangladesh | | Bangladeshi | asia | Dhaka
Barbados | | Barbadian | north-america | Bridgetown
Belarus | Byelorussia; Belarussian | Belarusian | europe | Minsk
Belgium | | Belgian | europe | Brussels
Belize | | Belizean | north-america | Belmopan
Benin | | Beninese | africa | Porto-Novo | Porto-Novo is the official capital; the government sits in Cotonou.
Bhutan | | Bhutanese | asia | Thimphu
Bolivia | Plurinational State of Bolivia | Bolivian | south-america | Sucre / La Paz | Sucre is the constitutional capital, La Paz the seat of government.
Bosnia and Herzegovina | Bosnia-Herzegovina; Bosnia | Bosnian | europe | Sarajevo
Botswana | | Botswanan | africa | Gaborone
Brazil | | Brazilian | south-america | Brasília
Brunei | Brunei Darussalam | Bruneian | asia | Bandar Seri Begawan
Bulgaria | | Bulgarian | europe | Sofia
Burkina Faso | Upper Volta | Burkinabe | africa | Ouagadougou
Burundi | | Burundian | africa | Gitega | Gitega has been the political capital since 2019; Bujumbura is the largest city.
Cambodia | Kampuchea | Cambodian | asia | Phnom Penh
Cameroon | | Cameroonian | africa | Yaoundé
Canada | | Canadian | north-america | Ottawa
Cape Verde | Cabo Verde | Cape Verdean | africa | Praia
the Central African Republic | | Central African | africa | Bangui
Chad | | Chadian | africa | N'Djamena
Chile | | Chilean | south-america | Santiago
China | People's Republic of China; PRC; mainland China | Chinese | asia | Beijing
Colombia | | Colombian | south-america | Bogotá
the Comoros | | Comorian | africa | Moroni
the Democratic Republic of the Congo | Democratic Republic of Congo; DR Congo; D.R. Congo; DRC; Congo-Kinshasa; Zaire | | africa | Kinshasa | id=dr-congo
the Republic of the Congo | Republic of Congo; Congo Republic; Congo-Brazzaville | | africa | Brazzaville | id=republic-of-the-congo
Costa Rica | | Costa Rican | north-america | San José
Croatia | | Croatian | europe | Zagreb
Cuba | | Cuban | north-america | Havana
Cyprus | | Cypriot | europe | Nicosia
the Czech Republic | Czechia | Czech | europe | Prague
Denmark | | Danish | europe | Copenhagen
Djibouti | | Djiboutian | africa | Djibouti City / Djibouti
Dominica | Commonwealth of Dominica | | north-america | Roseau
the Dominican Republic | | Dominican | north-america | Santo Domingo
Ecuador | | Ecuadorian | south-america | Quito
Egypt | Arab Republic of Egypt | Egyptian | africa | Cairo
El Salvador | | Salvadoran | north-america | San Salvador
Equatorial Guinea | | Equatorial Guinean | africa | Malabo / Ciudad de la Paz | The government is moving from Malabo to Ciudad de la Paz; check which one counts on the day.
Eritrea | | Eritrean | africa | Asmara
Estonia | | Estonian | europe | Tallinn
Eswatini | Swaziland | Swazi | africa | Mbabane / Lobamba | Mbabane is the administrative, Lobamba the royal and legislative capital.
Ethiopia | | Ethiopian | africa | Addis Ababa
Fiji | | Fijian | oceania | Suva
Finland | | Finnish | europe | Helsinki
France | French Republic | French | europe | Paris
Gabon | | Gabonese | africa | Libreville
the Gambia | | Gambian | africa | Banjul
Georgia | Republic of Georgia; country of Georgia | Georgian | asia | Tbilisi / Atlanta | A bare "Georgia" can also be the U.S. state, whose capital is Atlanta.
Germany | Federal Republic of Germany | German | europe | Berlin
Ghana | | Ghanaian | africa | Accra
Greece | Hellenic Republic | Greek | europe | Athens
Grenada | | Grenadian | north-america | St. George's
Guatemala | | Guatemalan | north-america | Guatemala City
Guinea | Guinea-Conakry | Guinean | africa | Conakry
Guinea-Bissau | Guinea Bissau | Bissau-Guinean | africa | Bissau
Guyana | | Guyanese | south-america | Georgetown
Haiti | | Haitian | north-america | Port-au-Prince
Honduras | | Honduran | north-america | Tegucigalpa
Hungary | | Hungarian | europe | Budapest
Iceland | | Icelandic | europe | Reykjavik
India | Republic of India | Indian | asia | New Delhi / Delhi | New Delhi is a district of Delhi; both names are in use.
Indonesia | | Indonesian | asia | Jakarta | The planned capital, Nusantara, has not replaced Jakarta yet.
Iran | Islamic Republic of Iran | Iranian | asia | Tehran
Iraq | | Iraqi | asia | Baghdad
Ireland | Republic of Ireland; Irish Republic | Irish | europe | Dublin
Israel | State of Israel | Israeli | asia | Jerusalem | Israel's proclaimed capital, whose status is disputed; most embassies are in Tel Aviv. | warning
Italy | | Italian | europe | Rome
Ivory Coast | Côte d'Ivoire; Cote d'Ivoire | Ivorian | africa | Yamoussoukro | Yamoussoukro is the official capital; Abidjan is the largest city and the seat of government.
Jamaica | | Jamaican | north-america | Kingston
Japan | | Japanese | asia | Tokyo
Jordan | Hashemite Kingdom of Jordan | Jordanian | asia | Amman
Kazakhstan | Kazakhstani | Kazakh | asia | Astana
Kenya | | Kenyan | africa | Nairobi
Kiribati | | I-Kiribati | oceania | South Tarawa
North Korea | Democratic People's Republic of Korea; DPRK; N. Korea | North Korean | asia | Pyongyang
South Korea | Republic of Korea; S. Korea | South Korean | asia | Seoul
Kosovo | | Kosovar | europe | Pristina
Kuwait | | Kuwaiti | asia | Kuwait City
Kyrgyzstan | Kyrgyz Republic | Kyrgyz | asia | Bishkek
Laos | Lao People's Democratic Republic; Lao PDR | Laotian | asia | Vientiane
Latvia | | Latvian | europe | Riga
Lebanon | | Lebanese | asia | Beirut
Lesotho | | Basotho | africa | Maseru
Liberia | | Liberian | africa | Monrovia
Libya | | Libyan | africa | Tripoli
Liechtenstein | | Liechtensteiner | europe | Vaduz
Lithuania | | Lithuanian | europe | Vilnius
Luxembourg | Grand Duchy of Luxembourg | Luxembourgish | europe | Luxembourg City / Luxembourg
Madagascar | | Malagasy | africa | Antananarivo
Malawi | | Malawian | africa | Lilongwe
Malaysia | | Malaysian | asia | Kuala Lumpur | Kuala Lumpur is the constitutional capital; the government sits in Putrajaya.
the Maldives | | Maldivian | asia | Malé
Mali | | Malian | africa | Bamako
Malta | | Maltese | europe | Valletta
the Marshall Islands | | Marshallese | oceania | Majuro
Mauritania | | Mauritanian | africa | Nouakchott
Mauritius | | Mauritian | africa | Port Louis
Mexico | United Mexican States | Mexican | north-america | Mexico City
Micronesia | Federated States of Micronesia | Micronesian | oceania | Palikir
Moldova | Republic of Moldova | Moldovan | europe | Chisinau
Monaco | | Monegasque | europe | Monaco
Mongolia | | Mongolian | asia | Ulaanbaatar
Montenegro | | Montenegrin | europe | Podgorica
Morocco | | Moroccan | africa | Rabat
Mozambique | | Mozambican | africa | Maputo
Myanmar | Burma | Burmese | asia | Naypyitaw
Namibia | | Namibian | africa | Windhoek
Nauru | | Nauruan | oceania | Yaren | Nauru has no official capital; the government sits in Yaren.
Nepal | Nepali | Nepalese | asia | Kathmandu
the Netherlands | Holland | Dutch | europe | Amsterdam | Amsterdam is the capital; the government sits in The Hague.
New Zealand | Aotearoa | New Zealander | oceania | Wellington
Nicaragua | | Nicaraguan | north-america | Managua
Niger | | Nigerien | africa | Niamey
Nigeria | | Nigerian | africa | Abuja
North Macedonia | Macedonia | Macedonian | europe | Skopje
Norway | | Norwegian | europe | Oslo
Oman | | Omani | asia | Muscat
Pakistan | | Pakistani | asia | Islamabad
Palau | | Palauan | oceania | Ngerulmud
Palestine | State of Palestine; Palestinian territories | Palestinian | asia | East Jerusalem / Jerusalem / Ramallah | East Jerusalem is the proclaimed capital; the administration sits in Ramallah. Disputed. | warning
Panama | | Panamanian | north-america | Panama City
Papua New Guinea | PNG | Papua New Guinean | oceania | Port Moresby
Paraguay | | Paraguayan | south-america | Asunción
Peru | | Peruvian | south-america | Lima
the Philippines | Philippine | Filipino | asia | Manila
Poland | | Polish | europe | Warsaw
Portugal | | Portuguese | europe | Lisbon
Qatar | | Qatari | asia | Doha
Romania | | Romanian | europe | Bucharest
Russia | Russian Federation | Russian | europe | Moscow
Rwanda | | Rwandan | africa | Kigali
Saint Kitts and Nevis | St. Kitts and Nevis; St. Kitts | Kittitian | north-america | Basseterre
Saint Lucia | St. Lucia | Saint Lucian | north-america | Castries
Saint Vincent and the Grenadines | St. Vincent and the Grenadines; St. Vincent | Vincentian | north-america | Kingstown
Samoa | Independent State of Samoa; Western Samoa | Samoan | oceania | Apia
San Marino | | Sammarinese | europe | City of San Marino / San Marino
São Tomé and Príncipe | | Sao Tomean | africa | São Tomé
Saudi Arabia | Kingdom of Saudi Arabia; Saudi Arabian | Saudi | asia | Riyadh
Senegal | | Senegalese | africa | Dakar
Serbia | | Serbian | europe | Belgrade
Seychelles | Republic of Seychelles | Seychellois | africa | Victoria
Sierra Leone | | Sierra Leonean | africa | Freetown
Singapore | | Singaporean | asia | Singapore
Slovakia | Slovak Republic | Slovak | europe | Bratislava
Slovenia | | Slovenian | europe | Ljubljana
the Solomon Islands | | Solomon Islander | oceania | Honiara
Somalia | | Somali | africa | Mogadishu
South Africa | | South African | africa | Pretoria / Cape Town / Bloemfontein | Pretoria is the administrative, Cape Town the legislative, Bloemfontein the judicial capital.
South Sudan | | South Sudanese | africa | Juba
Spain | | Spanish | europe | Madrid
Sri Lanka | | Sri Lankan | asia | Sri Jayawardenepura Kotte / Colombo | Sri Jayawardenepura Kotte is the legislative capital, a suburb of Colombo.
Sudan | | Sudanese | africa | Khartoum
Suriname | | Surinamese | south-america | Paramaribo
Sweden | | Swedish | europe | Stockholm
Switzerland | Swiss Confederation | Swiss | europe | Bern
Syria | Syrian Arab Republic | Syrian | asia | Damascus
Taiwan | Republic of China | Taiwanese | asia | Taipei
Tajikistan | | Tajik | asia | Dushanbe
Tanzania | | Tanzanian | africa | Dodoma
Thailand | | Thai | asia | Bangkok
Timor-Leste | East Timor | Timorese | asia | Dili
Togo | | Togolese | africa | Lomé
Tonga | | Tongan | oceania | Nuku'alofa
Trinidad and Tobago | | Trinidadian | north-america | Port of Spain
Tunisia | | Tunisian | africa | Tunis
Turkey | Türkiye | Turkish | asia | Ankara
Turkmenistan | | Turkmen | asia | Ashgabat
Tuvalu | | Tuvaluan | oceania | Funafuti
Uganda | | Ugandan | africa | Kampala
Ukraine | | Ukrainian | europe | Kyiv
the United Arab Emirates | UAE; U.A.E. | Emirati | asia | Abu Dhabi
the United Kingdom | UK; U.K.; Britain; Great Britain | British | europe | London
the United States | United States of America; U.S.; US; U.S.A.; USA; America | American | north-america | Washington
Uruguay | | Uruguayan | south-america | Montevideo
Uzbekistan | | Uzbek | asia | Tashkent
Vanuatu | | Ni-Vanuatu | oceania | Port Vila
Vatican City | Holy See; Vatican | | europe | Vatican City
Venezuela | Bolivarian Republic of Venezuela | Venezuelan | south-america | Caracas
Vietnam | Viet Nam | Vietnamese | asia | Hanoi
Yemen | | Yemeni | asia | Sanaa / Aden | Sanaa is the constitutional capital; the recognised government sits in Aden.
Zambia | | Zambian | africa | Lusaka
Zimbabwe | | Zimbabwean | africa | Harare
"""

TERRITORIES = """
Åland | Åland Islands | | europe | Mariehamn
American Samoa | | American Samoan | united-states | Pago Pago
Anguilla | | Anguillian | north-america | The Valley, Anguilla
Aruba | | Aruban | north-america | Oranjestad
Bermuda | | Bermudian | north-america | Hamilton
the British Virgin Islands | | | north-america | Road Town
the Cayman Islands | Caymans | Caymanian | north-america | George Town
the Cook Islands | | | oceania | Avarua
Curaçao | | | north-america | Willemstad
the Falkland Islands | Falklands | | south-america | Stanley
the Faroe Islands | Faroes | Faroese | europe | Tórshavn
French Guiana | | | south-america | Cayenne
French Polynesia | | French Polynesian | oceania | Papeete
Gibraltar | | Gibraltarian | europe
Greenland | Kalaallit Nunaat | Greenlandic | north-america | Nuuk
Guadeloupe | | | north-america | Basse-Terre
Guam | | Guamanian | united-states | Hagåtña
Guernsey | | | europe | St. Peter Port
Hong Kong | Hong Kong SAR | Hong Konger | china
the Isle of Man | | Manx | europe | Douglas
Jersey | Bailiwick of Jersey | | europe | St. Helier
Macau | Macao | Macanese | china
Martinique | | | north-america | Fort-de-France
Mayotte | | | africa | Mamoudzou
Montserrat | | | north-america | Plymouth, Montserrat / Brades | Plymouth was abandoned in 1997; the government sits in Brades.
New Caledonia | | New Caledonian | oceania | Nouméa
Niue | | Niuean | oceania | Alofi
the Northern Mariana Islands | Northern Marianas | | united-states | Saipan
Puerto Rico | Commonwealth of Puerto Rico | Puerto Rican | united-states | San Juan
Réunion | | | africa | Saint-Denis
Saint Barthélemy | St. Barts; St. Barths | | north-america | Gustavia
Saint Helena | St. Helena | | africa | Jamestown
Saint Martin | St. Martin | | north-america | Marigot
Saint Pierre and Miquelon | St. Pierre and Miquelon | | north-america | Saint-Pierre
Sint Maarten | | | north-america | Philipsburg
the Turks and Caicos Islands | Turks and Caicos | | north-america | Cockburn Town
the U.S. Virgin Islands | US Virgin Islands; United States Virgin Islands | | united-states | Charlotte Amalie
Western Sahara | | Sahrawi | africa | Laayoune | A disputed territory; Laayoune is the seat of the Moroccan administration. | warning
"""

# Parts of countries. Capitals only where the name of the part is unmistakable.
PARTS = """
England | | | united-kingdom
Scotland | | Scottish | united-kingdom | Edinburgh
Wales | | Welsh | united-kingdom | Cardiff
Northern Ireland | Ulster | Northern Irish | united-kingdom | Belfast
Alberta | | Albertan | canada
British Columbia | | | canada
Manitoba | | Manitoban | canada
New Brunswick | | | canada
Newfoundland and Labrador | Newfoundland | | canada
Northwest Territories | | | canada
Nova Scotia | | Nova Scotian | canada
Nunavut | | | canada
Ontario | | Ontarian | canada
Prince Edward Island | P.E.I. | | canada
Quebec | | Quebecois | canada
Saskatchewan | | | canada
Yukon | | | canada
Australian Capital Territory | | | australia
New South Wales | NSW | | australia
Northern Territory | | | australia
Queensland | | | australia
South Australia | | South Australian | australia
Tasmania | | Tasmanian | australia
Victoria (Australian state) | state of Victoria | | australia
Western Australia | | Western Australian | australia
Bavaria | | Bavarian | germany
Catalonia | | Catalan | spain
Chechnya | | Chechen | russia
Siberia | | Siberian | russia
Kaliningrad region | Kaliningrad exclave | | russia
Crimea | Crimean Peninsula | Crimean | ukraine
Donbas | Donbass | | ukraine
Inner Mongolia | | Inner Mongolian | china
Tibet | | Tibetan | china
Xinjiang | | | china
Kurdistan Region | Iraqi Kurdistan | | iraq
Gaza Strip | Gaza | Gazan | palestine
West Bank | | | palestine
Punjab | | Punjabi |
Kashmir | | Kashmiri |
Balkans | Balkan Peninsula | Balkan | europe
Caribbean | West Indies | |
Caucasus | South Caucasus | |
Central America | | Central American | north-america
Central Asia | | Central Asian | asia
Eastern Europe | | Eastern European | europe
Latin America | | Latin American |
Middle East | Mideast | Middle Eastern |
New England | | New Englander | united-states
Scandinavia | | Scandinavian | europe
South Asia | | South Asian | asia
Southeast Asia | | Southeast Asian | asia
West Africa | | West African | africa
East Africa | | East African | africa
Western Europe | | Western European | europe
"""

# States that are gone. They keep "East Germany" from being read as Germany.
FORMER = """
the Soviet Union | USSR; U.S.S.R. | Soviet
Yugoslavia | | Yugoslav
Czechoslovakia | | Czechoslovak
East Germany | German Democratic Republic; GDR | East German
West Germany | | West German
North Vietnam | | North Vietnamese
South Vietnam | | South Vietnamese
Ottoman Empire | | Ottoman
"""

# Waters whose names contain the name of a land; without them "Gulf of Mexico" would be Mexico.
WATERS = """
Arabian Sea; Arctic Ocean; Atlantic Ocean | Atlantic; Bay of Bengal; Bering Sea; Bering Strait; Black Sea;
Caribbean Sea; Congo River; Delaware River; Dead Sea; East China Sea; English Channel; Gulf of Aden; Gulf of Alaska;
Gulf of California; Gulf of Guinea; Gulf of Mexico | Gulf of America; Gulf of Oman; Gulf of Thailand;
Hudson River; Indian Ocean; Irish Sea; Jordan River | River Jordan; Lake Michigan; Lake Ontario; Lake Victoria;
Mississippi River; Missouri River; Mozambique Channel; Niger River | River Niger; North Sea; Norwegian Sea;
Ohio River; Colorado River; Arkansas River; Connecticut River; Tennessee River; Panama Canal; Suez Canal; Pacific Ocean | Pacific;
Persian Gulf | Arabian Gulf; Philippine Sea; Red Sea; Rio Grande; Sea of Azov; Sea of Japan; South China Sea; Strait of Hormuz;
Taiwan Strait; Victoria Falls
"""

# name | postal and AP abbreviation | demonym | capital
STATES = """
Alabama | Ala. | Alabaman | Montgomery
Alaska | | Alaskan | Juneau
Arizona | Ariz. | Arizonan | Phoenix
Arkansas | Ark. | Arkansan | Little Rock
California | Calif. | Californian | Sacramento
Colorado | Colo. | Coloradan | Denver
Connecticut | Conn. | | Hartford
Delaware | | Delawarean | Dover
Florida | Fla. | Floridian | Tallahassee
Georgia (U.S. state) | state of Georgia; U.S. state of Georgia; Ga. | | Atlanta
Hawaii | Hawai'i | Hawaiian | Honolulu
Idaho | | Idahoan | Boise
Illinois | | Illinoisan | Springfield
Indiana | | Indianan | Indianapolis
Iowa | | Iowan | Des Moines
Kansas | Kan. | Kansan | Topeka
Kentucky | Ky. | Kentuckian | Frankfort
Louisiana | | Louisianan | Baton Rouge
Maine | | Mainer | Augusta
Maryland | | Marylander | Annapolis
Massachusetts | | | Boston
Michigan | Mich. | | Lansing
Minnesota | Minn. | Minnesotan | St. Paul
Mississippi | | Mississippian | Jackson
Missouri | | Missourian | Jefferson City
Montana | Mont. | Montanan | Helena
Nebraska | Neb. | Nebraskan | Lincoln
Nevada | Nev. | Nevadan | Carson City
New Hampshire | N.H. | | Concord
New Jersey | N.J. | New Jerseyan | Trenton
New Mexico | N.M. | New Mexican | Santa Fe
New York state | state of New York; New York State; upstate New York; N.Y. | | Albany
North Carolina | N.C. | North Carolinian | Raleigh
North Dakota | N.D. | North Dakotan | Bismarck
Ohio | | Ohioan | Columbus
Oklahoma | Okla. | Oklahoman | Oklahoma City
Oregon | Ore. | Oregonian | Salem
Pennsylvania | | Pennsylvanian | Harrisburg
Rhode Island | R.I. | Rhode Islander | Providence
South Carolina | S.C. | South Carolinian | Columbia
South Dakota | S.D. | South Dakotan | Pierre
Tennessee | Tenn. | Tennessean | Nashville
Texas | | Texan | Austin
Utah | | Utahn | Salt Lake City
Vermont | Vt. | Vermonter | Montpelier
Virginia | | Virginian | Richmond
Washington state | state of Washington; Washington State | | Olympia
West Virginia | W.Va. | West Virginian | Charleston
Wisconsin | Wis. | Wisconsinite | Madison
Wyoming | Wyo. | | Cheyenne
"""

# Further wordings of a capital's subject, where the bare name belongs to the city.
CAPITAL_ALSO = {
    "New York state": ["capital of New York", "New York's capital"],
    "Washington state": ["capital of Washington", "Washington's capital"],
    "the United States": ["U.S. capital"],
}

# The 300 largest cities by GeoNames population, largest first; `name | also | in`.
LARGEST = """
Shanghai | | china
Beijing | Peking | china
Shenzhen | | china
Guangzhou | Canton, China | china
Kinshasa | | dr-congo
Istanbul | | turkey
Lagos | | nigeria
Ho Chi Minh City | Saigon | vietnam
Chengdu | | china
Lahore | | pakistan
Mumbai | Bombay | india
São Paulo | | brazil
Mexico City | | mexico
Karachi | | pakistan
Tianjin | | china
Delhi | | india
Wuhan | | china
Moscow | | russia
Dhaka | Dacca | bangladesh
Seoul | | south-korea
Tokyo | | japan
Dongguan | | china
Cairo | | egypt
Xi'an | Xi’an; Xian | china
Johannesburg | | south-africa
Nanjing | | china
Hangzhou | | china
Foshan | | china
London | | england
New York City | New York; NYC; New York, New York | new-york-state
Jakarta | | indonesia
Bengaluru | Bangalore | india
Hanoi | | vietnam
Taipei | | taiwan
Lima | | peru
Bogotá | | colombia
Chongqing | | china
Baghdad | | iraq
Qingdao | | china
Tehran | Teheran | iran
Shenyang | | china
Hyderabad | | india
Rio de Janeiro | Rio | brazil
Suzhou | | china
Ahmedabad | | india
Abidjan | | ivory-coast
Sydney | | new-south-wales
Melbourne | | victoria-australian-state
Dar es Salaam | | tanzania
St. Petersburg | Saint Petersburg; St Petersburg | russia
Alexandria | | egypt
Harbin | | china
Bangkok | | thailand
Hefei | | china
Dalian | | china
Kano | | nigeria
Santiago | Santiago de Chile | chile
Cape Town | | south-africa
Peshawar | | pakistan
Changchun | | china
Jeddah | | saudi-arabia
Chennai | | india
Kolkata | Calcutta | india
Xiamen | | china
Surat | | india
Yangon | Rangoon | myanmar
Kabul | | afghanistan
Nairobi | | kenya
Wuxi | | china
Giza | | egypt
Jinan | | china
Taiyuan | | china
Zhengzhou | | china
Bamako | | mali
Riyadh | | saudi-arabia
New Taipei City | New Taipei | taiwan
Shijiazhuang | | china
Chattogram | Chittagong | bangladesh
Addis Ababa | | ethiopia
Kunming | | china
Zhongshan | | china
Nanning | | china
Shantou | | china
Los Angeles | L.A. | california
Faisalabad | | pakistan
Dubai | | united-arab-emirates
Yokohama | | japan
Fuzhou | | china
Ningbo | | china
Casablanca | | morocco
Ibadan | | nigeria
Ankara | | turkey
Berlin | | germany
Tangshan | | china
Rawalpindi | | pakistan
Durban | | south-africa
Changzhou | | china
Busan | Pusan | south-korea
Madrid | | spain
Pyongyang | | north-korea
Zibo | | china
Pune | | india
Bursa | | turkey
Changsha | | china
Quezon City | | philippines
Jaipur | | india
Guiyang | | china
Ürümqi | | china
Surabaya | | indonesia
Incheon | | south-korea
Caracas | | venezuela
Lanzhou | | china
Kyiv | Kiev | ukraine
Izmir | İzmir | turkey
Huizhou | | china
Buenos Aires | | argentina
Haikou | | china
Taichung | | taiwan
Kanpur | | india
Toronto | | ontario
Quito | | ecuador
Brisbane | | queensland
Luanda | | angola
Osaka | | japan
Linyi | | china
Baoding | | china
Kaohsiung | | taiwan
Guayaquil | | ecuador
Belo Horizonte | | brazil
Salvador | Salvador da Bahia | brazil
Abuja | | nigeria
Gazipur | | bangladesh
Chicago | | illinois
Wenzhou | | china
Bekasi | | indonesia
Dakar | | senegal
Haiphong | | vietnam
Navi Mumbai | | india
Mogadishu | | somalia
Kumasi | | ghana
Bandung | | indonesia
Gujranwala | | pakistan
Huai'an | Huai’an | china
Medan | | indonesia
Lucknow | | india
Ouagadougou | | burkina-faso
Nagpur | | india
Fortaleza | | brazil
Cali | | colombia
Perth | | western-australia
Daegu | | south-korea
Algiers | | algeria
Nanchang | | china
Baku | | azerbaijan
Hohhot | | inner-mongolia
Nagoya | | japan
Rome | | italy
Houston | | texas
Mashhad | | iran
Shaoxing | | china
Nantong | | china
Yantai | | china
Gaziantep | | turkey
Lubumbashi | | dr-congo
Manaus | | brazil
Lusaka | | zambia
Brasília | | brazil
Zhuhai | | china
Santo Domingo | | dominican-republic
Lomé | | togo
Multan | | pakistan
Havana | | cuba
Depok | | indonesia
Baotou | | inner-mongolia
Paris | | france
Coimbatore | | india
Port Harcourt | | nigeria
Pretoria | Tshwane | south-africa
Córdoba | | argentina
Mbuji-Mayi | | dr-congo
Aleppo | | syria
Weifang | | china
Zunyi | | china
La Paz | | bolivia
Lianyungang | | china
Medellín | | colombia
Indore | | india
Brazzaville | | republic-of-the-congo
Tashkent | | uzbekistan
Ganzhou | | china
Almaty | | kazakhstan
Khartoum | | sudan
Hamburg | | germany
Sapporo | | japan
Accra | | ghana
Curitiba | | brazil
Sanaa | Sana'a; Sana’a | yemen
Conakry | | guinea
Tangerang | | indonesia
Tijuana | | mexico
Hyderabad, Pakistan | Hyderabad, Sindh | pakistan
Beirut | | lebanon
Jilin | Jilin City | china
Bucharest | | romania
Shangqiu | | china
Nanchong | | china
Tainan | | taiwan
Datong | | china
Kaduna | | nigeria
Omdurman | | sudan
Davao City | Davao | philippines
Thane | | india
Diyarbakir | Diyarbakır | turkey
Santa Cruz de la Sierra | | bolivia
Vadodara | | india
Adana | | turkey
Nanyang | | china
Abu Dhabi | | united-arab-emirates
Palembang | | indonesia
Sharjah | | united-arab-emirates
Bhopal | | india
Jiangmen | | china
Benin City | | nigeria
Fuyang | | china
Montreal | Montréal | quebec
Maracaibo | | venezuela
Minsk | | belarus
Budapest | | hungary
Tai'an | Tai’an | china
Pimpri-Chinchwad | | india
Caloocan | | philippines
Warsaw | | poland
Semarang | | indonesia
Puebla | | mexico
Vienna | | austria
Barcelona | | catalonia
Patna | | india
Mosul | | iraq
Kampala | | uganda
Xining | | china
Huainan | | china
Rabat | | morocco
Recife | | brazil
Phoenix | | arizona
Ecatepec | Ecatepec de Morelos | mexico
Valencia, Venezuela | | venezuela
Ludhiana | | india
Yancheng | | china
Novosibirsk | | siberia
Irbil | Erbil | kurdistan-region
Fukuoka | | japan
Manila | | philippines
Wuhu | | china
Querétaro | Santiago de Querétaro | mexico
Yangzhou | | china
León, Mexico | León de los Aldama | mexico
Mecca | Makkah | saudi-arabia
Philadelphia | | pennsylvania
Phnom Penh | | cambodia
Guilin | | china
Damascus | | syria
Quetta | | pakistan
Zhaoqing | | china
Mianyang | | china
Auckland | | new-zealand
Isfahan | | iran
Astana | Nur-Sultan | kazakhstan
Harare | | zimbabwe
Monrovia | | liberia
Putian | | china
Kawasaki | | japan
Goiânia | | brazil
San Antonio | | texas
Kobe | | japan
Stockholm | | sweden
Ciudad Juárez | Juárez | mexico
Can Tho | Cần Thơ | vietnam
Munich | | bavaria
Khulna | | bangladesh
Belém | | brazil
Yekaterinburg | Ekaterinburg | russia
Porto Alegre | | brazil
Yinchuan | | china
Nashik | | india
Asunción | | paraguay
Zapopan | | mexico
Makassar | | indonesia
Adelaide | | south-australia
Quanzhou | | china
Madurai | | india
Jinhua | | china
Kyoto | | japan
Changde | | china
Kuala Lumpur | | malaysia
Kayseri | | turkey
Kaifeng | | china
Anshan | | china
Karaj | | iran
Kathmandu | | nepal
Daejeon | | south-korea
"""

# Smaller cities that are often in the news, and large ones that the ranking above leaves out.
IN_THE_NEWS = """
Aden | | yemen
Antalya | | turkey
Antwerp | | belgium
Aspen | | colorado
Basra | | iraq
Basel | | switzerland
Belfast | | northern-ireland
Bergen | | norway
Bethlehem | | west-bank
Bilbao | | spain
Birmingham | | england
Bologna | | italy
Bonn | | germany
Bordeaux | | france
Bristol | | england
Brooklyn | | new-york-city
Bujumbura | | burundi
Calgary | | alberta
Cambridge | Cambridge, England | england
Camp David | | maryland
Cancún | | mexico
Cardiff | | wales
Cartagena | | colombia
Cologne | | germany
Cotonou | | benin
Dallas | | texas
Da Nang | Danang | vietnam
Davos | | switzerland
Dnipro | | ukraine
Donetsk | | donbas
Douala | | cameroon
Dresden | | germany
Edinburgh | | scotland
Edmonton | | alberta
Eindhoven | | netherlands
Florence | | italy
Frankfurt | Frankfurt am Main | germany
Gaza City | | gaza-strip
Gdansk | Gdańsk | poland
Geneva | | switzerland
Ghent | | belgium
Glasgow | | scotland
Gothenburg | | sweden
Grozny | | chechnya
Guadalajara | | mexico
The Hague | | netherlands
Haifa | | israel
Halifax | | nova-scotia
Hebron | | west-bank
Hiroshima | | japan
Hue | Huế | vietnam
Hobart | | tasmania
Homs | | syria
Islamabad | | pakistan
Jerusalem | |
Kaliningrad | | kaliningrad-region
Kandahar | | afghanistan
Kazan | | russia
Khan Younis | Khan Yunis | gaza-strip
Kharkiv | Kharkov | ukraine
Kherson | | ukraine
Kraków | Krakow; Cracow | poland
Kramatorsk | | donbas
Kursk | | russia
Lausanne | | switzerland
Leeds | | england
Leipzig | | germany
Liverpool | | england
Luhansk | Lugansk | donbas
Lviv | Lvov | ukraine
Lyon | | france
Manchester | | england
Marrakech | Marrakesh | morocco
Marseille | | france
Mariupol | | donbas
Medina | Madinah | saudi-arabia
Milan | | italy
Mombasa | | kenya
Murmansk | | russia
Mykolaiv | | ukraine
Nagasaki | | japan
Naples | | italy
Nice, France | | france
Nicosia | | cyprus
Nizhny Novgorod | | russia
Odesa | Odessa | ukraine
Oxford | | england
Palermo | | italy
Pokrovsk | | donbas
Porto | Oporto | portugal
Rafah | | gaza-strip
Raqqa | | syria
Rostov-on-Don | | russia
Rotterdam | | netherlands
Salzburg | | austria
Samarkand | | uzbekistan
San Pedro Sula | | honduras
Seville | | spain
Shiraz | | iran
Sochi | | russia
Srinagar | | kashmir
Strasbourg | | france
Stuttgart | | germany
Tabriz | | iran
Tel Aviv | | israel
Thessaloniki | | greece
Turin | | italy
Utrecht | | netherlands
Valencia | | spain
Vancouver | | british-columbia
Venice | | italy
Vladivostok | | russia
Winnipeg | | manitoba
Zaporizhzhia | | ukraine
Zurich | Zürich | switzerland
Quebec City | | quebec
"""

# U.S. cities; capitals of states are added by themselves.
US_CITIES = """
Albuquerque | new-mexico
Atlanta | georgia-us-state
Anchorage | alaska
Fairbanks | alaska
Arlington | virginia
Baltimore | maryland
Buffalo | new-york-state
Charlotte | north-carolina
Cincinnati | ohio
Cleveland | ohio
Colorado Springs | colorado
Detroit | michigan
El Paso | texas
Fort Worth | texas
Fresno | california
Jacksonville | florida
Kansas City | missouri
Las Vegas | nevada
Long Beach | california
Louisville | kentucky
Memphis | tennessee
Mesa | arizona
Miami | florida
Milwaukee | wisconsin
Minneapolis | minnesota
New Orleans | louisiana
Newark | new-jersey
Oakland | california
Omaha | nebraska
Orlando | florida
Palm Beach | florida
Pittsburgh | pennsylvania
Portland | oregon
Reno | nevada
San Diego | california
San Francisco | california
Savannah | georgia-us-state
Seattle | washington-state
Spokane | washington-state
St. Louis | missouri
Tampa | florida
Tucson | arizona
Tulsa | oklahoma
Uvalde | texas
Virginia Beach | virginia
Wichita | kansas
"""

# Places that share the name of a better-known one: only the full name counts.
NAMESAKES = """
Alexandria, Virginia | Alexandria, Va. | virginia
Athens, Georgia | Athens, Ga. | georgia-us-state
Augusta, Georgia | Augusta, Ga. | georgia-us-state
Birmingham, Alabama | Birmingham, Ala. | alabama
Cambridge, Massachusetts | Cambridge, Mass. | massachusetts
Charleston, South Carolina | Charleston, S.C. | south-carolina
Columbia, Missouri | Columbia, Mo. | missouri
Columbus, Georgia | Columbus, Ga. | georgia-us-state
Dublin, Ohio | | ohio
Georgetown, Texas | | texas
Jackson, Wyoming | Jackson Hole | wyoming
Kansas City, Kansas | | kansas
Lima, Ohio | | ohio
London, Ontario | | ontario
Manchester, New Hampshire | Manchester, N.H. | new-hampshire
Melbourne, Florida | Melbourne, Fla. | florida
Moscow, Idaho | | idaho
Naples, Florida | Naples, Fla. | florida
Odessa, Texas | | texas
Panama City, Florida | Panama City, Fla.; Panama City Beach | florida
Paris, Texas | | texas
Portland, Maine | | maine
Richmond, California | Richmond, Calif. | california
Rome, Georgia | Rome, Ga. | georgia-us-state
San Jose, California | San José, California; San Jose, Calif. | california
Springfield, Massachusetts | Springfield, Mass. | massachusetts
Springfield, Missouri | Springfield, Mo. | missouri
St. Petersburg, Florida | St. Petersburg, Fla. | florida
Toledo, Spain | | spain
Vancouver, Washington | Vancouver, Wash. | washington-state
Santiago de Cuba | | cuba
Santiago de Compostela | | spain
Córdoba, Spain | | spain
Victoria, British Columbia | | british-columbia
"""

# Aliases of capitals and states' capitals that no table above has.
CITY_ALSO = {
    "Washington": ["Washington, D.C.", "Washington, DC", "Washington D.C.", "Washington DC", "District of Columbia", "D.C."],
    "Atlanta": ["Atlanta, Georgia", "Atlanta, Ga."],
    "San José": ["San Jose, Costa Rica"],
    "Victoria": ["Victoria, Seychelles"],
    "Naypyitaw": ["Naypyidaw", "Nay Pyi Taw"],
    "Ulaanbaatar": ["Ulan Bator"],
    "Chisinau": ["Chișinău", "Kishinev"],
    "Nuku'alofa": ["Nuku’alofa"],
    "N'Djamena": ["N’Djamena", "Ndjamena"],
    "St. John's": ["Saint John's", "St. John’s"],
    "St. George's": ["Saint George's", "St. George’s"],
    "St. Paul": ["Saint Paul"],
    "St. Helier": ["Saint Helier"],
    "Reykjavik": ["Reykjavík"],
    "Sri Jayawardenepura Kotte": ["Kotte"],
    "Papeete": ["Papeetē"],
    "Nuuk": ["Godthåb"],
    "Honolulu": ["Honolulu, Hawaii"],
    "Bern": ["Berne"],
    "South Tarawa": ["Tarawa"],
    "Pristina": ["Prishtina"],
    "Laayoune": ["El Aaiún"],
    "Luxembourg City": ["city of Luxembourg"],
    "Panama City": ["Panama City, Panama"],
    "Jackson": ["Jackson, Mississippi", "Jackson, Miss."],
    "Lincoln": ["Lincoln, Nebraska", "Lincoln, Neb."],
    "Madison": ["Madison, Wisconsin", "Madison, Wis."],
    "Columbia": ["Columbia, South Carolina", "Columbia, S.C."],
    "Columbus": ["Columbus, Ohio"],
    "Charleston": ["Charleston, West Virginia", "Charleston, W.Va."],
    "Springfield": ["Springfield, Illinois", "Springfield, Ill."],
    "Augusta": ["Augusta, Maine"],
    "Pierre": ["Pierre, South Dakota", "Pierre, S.D."],
    "Georgetown": ["Georgetown, Guyana"],
    "Hamilton": ["Hamilton, Bermuda"],
    "Kingston": ["Kingston, Jamaica"],
}

# Ids where the slug of the name would take the id of something better known.
IDS = {
    "Lincoln": "lincoln-nebraska", "Jackson": "jackson-mississippi", "Madison": "madison-wisconsin",
    "Pierre": "pierre-south-dakota", "Columbia": "columbia-south-carolina", "Columbus": "columbus-ohio",
    "Charleston": "charleston-west-virginia", "Springfield": "springfield-illinois", "Augusta": "augusta-maine",
    "Hamilton": "hamilton-bermuda", "Stanley": "stanley-falkland-islands", "Douglas": "douglas-isle-of-man",
    "Victoria": "victoria-seychelles", "Georgia (U.S. state)": "georgia-us-state", "Cleveland": "cleveland-ohio",
    "Houston": "houston-texas", "Austin": "austin-texas", "Dallas": "dallas-texas", "New York City": "new-york-city",
    "the U.S. Virgin Islands": "us-virgin-islands", "Pacific Ocean": "pacific-ocean",
}

# Sentences for `factlint rules test`, by the name in the claim's subject.
TESTS = {
    "Australia": {
        "conflict": ["Sydney is the capital of Australia.", "Ministers flew to Melbourne, the Australian capital."],
        "supported": ["Canberra is Australia's capital.", "Ministers flew to Canberra, the Australian capital."],
        "silent": ["Sydney is the largest city in Australia.", "She moved from Perth to Canberra."],
    },
    "Turkey": {
        "conflict": ["The envoys met in Istanbul, the capital of Turkey."],
        "supported": ["The envoys met in Ankara, the Turkish capital."],
        "silent": ["Istanbul is the commercial capital of Turkey."],
    },
    "Kazakhstan": {
        "conflict": ["Almaty is the capital of Kazakhstan."],
        "supported": ["Astana, the capital of Kazakhstan, lies on the steppe.", "Nur-Sultan is the capital of Kazakhstan."],
        "silent": ["Almaty was once the capital of Kazakhstan."],
    },
    "Bolivia": {
        "conflict": ["Santa Cruz de la Sierra is the capital of Bolivia."],
        "supported": ["Sucre is the capital of Bolivia.", "La Paz is the capital of Bolivia."],
    },
    "the Netherlands": {
        "conflict": ["The Hague is the capital of the Netherlands."],
        "supported": ["Amsterdam is the Dutch capital."],
        "silent": ["The Dutch government sits in The Hague."],
    },
    "Georgia": {
        "conflict": ["Batumi is the capital of Georgia."],
        "supported": ["Tbilisi is the capital of Georgia.", "The capital of Georgia is Atlanta."],
    },
    "Luxembourg": {
        "conflict": ["Brussels is the capital of Luxembourg."],
        "supported": ["Luxembourg City is the capital of Luxembourg."],
    },
    "the United States": {
        "conflict": ["New York is the capital of the United States."],
        "supported": ["Washington is the capital of the United States.", "Washington, D.C., is the U.S. capital."],
        "silent": ["New York is the financial capital of the United States."],
    },
    "Alaska": {
        "conflict": ["Anchorage is the capital of Alaska.", "They landed in Anchorage, the Alaskan capital."],
        "supported": ["Juneau is Alaska's capital."],
        "silent": ["Anchorage is the largest city in Alaska."],
    },
    "New York state": {
        "conflict": ["Buffalo is the capital of New York state."],
        "supported": ["Albany is the capital of New York state.", "Albany is the capital of New York."],
    },
    "Kentucky": {
        "conflict": ["Louisville is the capital of Kentucky."],
        "supported": ["Frankfort is the capital of Kentucky."],
        "silent": ["Louisville is the largest city in Kentucky."],
    },
    "Nebraska": {
        "conflict": ["Omaha is the capital of Nebraska."],
        "supported": ["Lincoln is the capital of Nebraska."],
    },
    "Scotland": {
        "conflict": ["Glasgow is the capital of Scotland."],
        "supported": ["Edinburgh is the Scottish capital."],
    },
}

HEADER = """\
# Countries, territories, U.S. states and cities, and the capitals of each.
#
# Written by tools/geography.py; change the tables there and run it again.
#
# Which cities are the 300 largest follows GeoNames (https://www.geonames.org/), licensed under
# Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/), edited by this project.
# Everything else was written for this project. See NOTICE.md.
#
# A bare name stands for one place only: "New York" and "Washington" are the cities, "Georgia" is the country,
# "Valencia" is in Spain, "Hyderabad" in India, "Birmingham" in England, "Santiago" in Chile. Their namesakes go by full
# names ("Birmingham, Alabama", "New York state"). "Congo" and "Korea" stand for nothing: they name two countries each.
factlint: 1
title: Geography
as_of: 2025-08-16
source: factlint project, from public record
"""


def main():
    root = Path(__file__).resolve().parent.parent
    text = Writer().text()
    if "--stdout" in sys.argv[1:]:
        sys.stdout.write(text)
    else:
        (root / "rules" / "geography.yaml").write_text(text, encoding="utf-8")


class Writer:
    def __init__(self):
        self.ids = {}
        self.cities = {}
        self.lines = []
        self.claims = []

    def text(self):
        section = self.section
        section("Continents")
        for name, also, demonym in rows(CONTINENTS, 3):
            self.place(name, also, demonym, "")
        section("Countries")
        countries = rows(COUNTRIES, 7)
        self.land(countries)
        section("Territories")
        territories = rows(TERRITORIES, 7)
        self.land(territories)
        section("Parts of countries, and regions of several countries")
        parts = rows(PARTS, 7)
        self.land(parts)
        section("States that no longer exist")
        for name, also, demonym in rows(FORMER, 3):
            self.place(name, also, demonym, "")
        section("U.S. states")
        states = [(name, also, demonym, "united-states", capital, "", "") for name, also, demonym, capital in rows(STATES, 4)]
        self.land(states)
        section("The 300 largest cities")
        largest = rows(LARGEST, 3)
        assert len(largest) == 300, len(largest)
        for name, also, within in largest:
            self.city(name, also, within)
        section("Cities in the news")
        for name, also, within in rows(IN_THE_NEWS, 3):
            self.city(name, also, within)
        for name, within in rows(US_CITIES, 2):
            self.city(name, "", within)
        section("Capitals that are in none of the lists above")
        for land in (countries, territories, parts, states):
            for name, _, _, _, capital, *_ in land:
                for city in filter(None, map(str.strip, capital.split("/"))):
                    if city not in self.cities and city != plain(name) and city not in names(countries + territories):
                        self.city(city, "", self.ids[name])
        section("Namesakes")
        for name, also, within in rows(NAMESAKES, 3):
            self.city(name, also, within)
        section("Waters")
        for item in WATERS.replace("\n", " ").split(";"):
            name, *also = [part.strip() for part in item.split("|")]
            self.place(name, "; ".join(also), "", "")
        for title, land in (("Countries", countries), ("Territories", territories), ("Parts of countries", parts), ("U.S. states", states)):
            self.claims.append(f"\n  # {title}")
            for row in land:
                self.capital(*row)
        return HEADER + "\nentities:" + "\n".join(self.lines) + "\n\nclaims:" + "\n".join(self.claims) + "\n"

    def section(self, title):
        self.lines.append(f"\n  # {title}")

    def land(self, table):
        for name, also, demonym, within, _, note, _ in table:
            self.place(name, also, demonym, within, id_in(note))

    def place(self, name, also, demonym, within, id=None):
        id = id or IDS.get(name) or slug(plain(name))
        assert id not in self.ids.values(), f"{id} twice"
        if within:
            assert within in self.ids.values(), f"{name}: no {within}"
        self.ids[name] = id
        fields = [("name", quoted(plain(name))), ("kind", "place")]
        others = split(also)
        for each in [plain(name), *others]:
            folded = fold(each)
            if folded not in (each, "Male") and folded not in others and folded != plain(name):
                others.append(folded)
        if others:
            fields.append(("also", "[" + ", ".join(map(quoted, others)) + "]"))
        if demonym:
            fields.append(("demonym", quoted(demonym)))
        if within:
            fields.append(("in", within))
        self.lines.append(f"  {id}: {{" + ", ".join(f"{key}: {value}" for key, value in fields) + "}")

    def city(self, name, also, within):
        assert name not in self.cities, f"{name} twice"
        self.cities[name] = within
        more = [each for each in CITY_ALSO.get(name, []) if each not in split(also)]
        self.place(name, "; ".join(split(also) + more), "", within)

    def capital(self, name, _also, _demonym, _within, capital, note, severity):
        if not capital:
            return
        value = " | ".join(part.strip() for part in capital.split("/"))
        claim = quoted(f"capital of {name} = {value}", flow=False)
        note = "" if id_in(note) else note
        also = CAPITAL_ALSO.get(name)
        tests = TESTS.pop(name, None)
        if not (note or severity or also or tests):
            self.claims.append(f"  - {claim}")
            return
        self.claims.append(f"  - claim: {claim}")
        if severity:
            self.claims.append(f"    severity: {severity}")
        if note:
            self.claims.append(f"    note: {quoted(note, flow=False)}")
        if also:
            self.claims.append("    also: [" + ", ".join(map(quoted, also)) + "]")
        if tests:
            self.claims.append("    tests:")
            for verdict, sentences in tests.items():
                self.claims.append(f"      {verdict}:")
                self.claims += [f"        - {quoted(sentence, flow=False)}" for sentence in sentences]


def rows(table, width):
    found = []
    for line in table.strip().splitlines():
        fields = [field.strip() for field in line.split("|")]
        assert len(fields) <= width, line
        found.append(tuple(fields + [""] * (width - len(fields))))
    return found


def names(table):
    return {plain(row[0]) for row in table}


def split(also):
    return [each.strip() for each in also.split(";") if each.strip()]


def plain(name):
    return name[4:] if name.startswith("the ") else name


def id_in(note):
    return note[3:] if note.startswith("id=") else None


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower().replace("'", "").replace("’", "").replace(".", "")).strip("-")


def fold(name):
    """Without accents."""
    name = name.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def quoted(text, flow=True):
    """A YAML scalar, plain where that is safe."""
    unsafe = r"[:#{}\[\],&*!|>%@`\"]|^[-?' ]| $|^(yes|no|on|off|true|false|null|~)$|^[0-9.]" if flow else r": | #|:$|^[-?'\"{}\[\]&*!|>%@`#]|^[0-9.]"
    if re.search(unsafe, text, re.I):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return text


if __name__ == "__main__":
    main()
