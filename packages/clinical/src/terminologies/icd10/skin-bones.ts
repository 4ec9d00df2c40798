/** ICD-10-CM, chapters 12 and 13 (L00–M99): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const SKIN_BONES = `
L00|Staphylococcal scalded skin syndrome|
L01.00|Impetigo|school sores
L01.03|Bullous impetigo|
L02.01|Abscess of face|boil
L02.11|Abscess of neck|boil
L02.211|Abscess of abdominal wall|boil
L02.31|Abscess of buttock|boil
L02.411|Abscess of right armpit|boil
L02.412|Abscess of left armpit|boil
L02.415|Abscess of right leg|boil
L02.416|Abscess of left leg|boil
L02.91|Abscess of skin|boil
L02.92|Furuncle|boil
L03.011|Cellulitis of right finger|paronychia
L03.012|Cellulitis of left finger|paronychia
L03.031|Cellulitis of right toe|
L03.032|Cellulitis of left toe|
L03.113|Cellulitis of right arm|
L03.114|Cellulitis of left arm|
L03.115|Cellulitis of right leg|
L03.116|Cellulitis of left leg|
L03.211|Cellulitis of face|
L03.213|Periorbital cellulitis|preseptal cellulitis; eyelid cellulitis
L03.311|Cellulitis of abdominal wall|
L03.90|Cellulitis|skin infection
L04.0|Acute lymphadenitis of face, head and neck|swollen glands
L04.9|Acute lymphadenitis|
L05.01|Pilonidal cyst with abscess|
L05.91|Pilonidal cyst without abscess|sacral dimple cyst
L08.0|Pyoderma|
L08.9|Local infection of skin|infected wound
L20.82|Flexural eczema|
L20.83|Infantile eczema|baby eczema
L20.84|Intrinsic eczema|
L20.89|Other atopic dermatitis|
L20.9|Atopic dermatitis|eczema
L21.0|Seborrhea of scalp|cradle cap; dandruff
L21.1|Seborrheic infantile dermatitis|
L21.9|Seborrheic dermatitis|
L22|Diaper rash|diaper dermatitis; nappy rash
L23.7|Allergic contact dermatitis from plants|poison ivy; poison oak
L23.9|Allergic contact dermatitis|
L24.9|Irritant contact dermatitis|
L25.9|Contact dermatitis|
L27.0|Generalized skin eruption from a drug|drug rash
L27.1|Localized skin eruption from a drug|
L27.2|Dermatitis from food|
L28.0|Lichen simplex chronicus|
L28.2|Other prurigo|papular urticaria
L29.0|Anal itching|pruritus ani
L29.9|Itching|pruritus
L30.0|Nummular dermatitis|coin eczema
L30.1|Dyshidrosis|pompholyx
L30.4|Intertrigo|rash in skin folds
L30.5|Pityriasis alba|
L30.9|Dermatitis|rash; nonspecific eczema
L40.0|Plaque psoriasis|
L40.4|Guttate psoriasis|
L40.9|Psoriasis|
L42|Pityriasis rosea|
L43.9|Lichen planus|
L50.0|Allergic hives|allergic urticaria
L50.1|Idiopathic hives|chronic urticaria
L50.8|Other hives|
L50.9|Hives|urticaria; welts
L51.9|Erythema multiforme|
L51.1|Stevens-Johnson syndrome|
L52|Erythema nodosum|
L53.0|Toxic erythema|
L55.0|Sunburn, first degree|
L55.9|Sunburn|
L56.4|Polymorphous light eruption|sun rash
L57.0|Actinic keratosis|
L60.0|Ingrown nail|ingrown toenail
L60.3|Nail dystrophy|
L60.9|Nail disorder|
L63.9|Alopecia areata|patchy hair loss
L65.0|Telogen effluvium|
L65.9|Hair loss|alopecia
L68.0|Hirsutism|excess hair
L70.0|Acne vulgaris|acne; pimples
L70.4|Infantile acne|baby acne
L70.9|Acne|pimples
L71.0|Perioral dermatitis|
L71.9|Rosacea|
L72.0|Epidermal cyst|
L72.11|Pilar cyst|
L72.3|Sebaceous cyst|
L73.2|Hidradenitis suppurativa|
L73.9|Follicular disorder|folliculitis
L74.0|Prickly heat|miliaria rubra; heat rash
L74.510|Excessive sweating of armpits|hyperhidrosis
L74.519|Excessive sweating|hyperhidrosis
L80|Vitiligo|
L81.0|Postinflammatory darkening of skin|hyperpigmentation
L81.3|Café au lait spots|
L81.4|Other darkening of skin|lentigo
L82.1|Seborrheic keratosis|
L83|Acanthosis nigricans|
L84|Corns and calluses|
L85.3|Dry skin|xerosis
L85.8|Other thickening of skin|keratosis pilaris
L89.90|Pressure ulcer|bed sore; decubitus
L90.5|Scar|fibrosis of skin
L90.6|Stretch marks|striae
L91.0|Keloid|hypertrophic scar
L92.0|Granuloma annulare|
L92.3|Foreign body granuloma of skin|
L98.0|Pyogenic granuloma|
L98.9|Disorder of skin|skin lesion
M02.30|Reiter disease|reactive arthritis
M06.9|Rheumatoid arthritis|ra
M08.00|Juvenile rheumatoid arthritis|jia; juvenile idiopathic arthritis
M08.3|Juvenile polyarthritis without rheumatoid factor|
M08.40|Juvenile arthritis of few joints|pauciarticular
M08.90|Juvenile arthritis|jia
M10.9|Gout|
M13.0|Polyarthritis|
M16.9|Arthritis of hip|osteoarthritis
M17.0|Arthritis of both knees|osteoarthritis; primary
M17.11|Arthritis of right knee|osteoarthritis; primary
M17.12|Arthritis of left knee|osteoarthritis; primary
M17.9|Arthritis of knee|osteoarthritis
M19.90|Osteoarthritis|degenerative joint disease; arthrosis
M20.10|Bunion|hallux valgus
M21.061|Knock knee, right|genu valgum
M21.062|Knock knee, left|genu valgum
M21.161|Bow leg, right|genu varum
M21.162|Bow leg, left|genu varum
M21.41|Flat foot, right|pes planus
M21.42|Flat foot, left|pes planus
M21.70|Leg length difference|unequal limb length
M22.2X1|Patellofemoral disorder, right|runner's knee
M22.2X2|Patellofemoral disorder, left|runner's knee
M23.90|Internal derangement of knee|
M24.20|Ligament disorder|ligament laxity
M25.50|Joint pain|arthralgia
M25.511|Right shoulder pain|
M25.512|Left shoulder pain|
M25.521|Right elbow pain|
M25.522|Left elbow pain|
M25.531|Right wrist pain|
M25.532|Left wrist pain|
M25.551|Right hip pain|
M25.552|Left hip pain|
M25.561|Right knee pain|
M25.562|Left knee pain|
M25.571|Right ankle and foot joint pain|
M25.572|Left ankle and foot joint pain|
M25.40|Joint effusion|swollen joint
M25.60|Joint stiffness|
M26.609|Temporomandibular joint disorder|tmj
M30.3|Kawasaki disease|mucocutaneous lymph node syndrome
M32.9|Systemic lupus erythematosus|sle; lupus
M33.00|Juvenile dermatomyositis|
M34.9|Systemic sclerosis|scleroderma
M35.00|Sjögren syndrome|sicca
M35.3|Polymyalgia rheumatica|
M35.81|Multisystem inflammatory syndrome|mis-c
M35.7|Joint hypermobility|hypermobility syndrome
M40.209|Kyphosis|
M41.119|Juvenile idiopathic scoliosis|
M41.129|Adolescent idiopathic scoliosis|
M41.9|Scoliosis|curved spine
M43.00|Spondylolysis|
M43.10|Spondylolisthesis|
M43.6|Wry neck|torticollis
M45.9|Ankylosing spondylitis|
M47.812|Arthritis of neck without myelopathy|cervical spondylosis
M47.816|Arthritis of lower back without myelopathy|lumbar spondylosis
M48.061|Lumbar spinal stenosis without claudication|
M50.30|Cervical disc degeneration|
M51.26|Lumbar disc displacement|herniated disc; slipped disc
M54.12|Cervical radiculopathy|pinched nerve in neck
M54.16|Lumbar radiculopathy|
M54.2|Neck pain|cervicalgia
M54.30|Sciatica|
M54.31|Sciatica, right|
M54.32|Sciatica, left|
M54.41|Lumbago with sciatica, right|
M54.42|Lumbago with sciatica, left|
M54.50|Low back pain|lumbago; backache
M54.6|Thoracic spine pain|upper back pain
M54.9|Back pain|dorsalgia
M60.9|Myositis|
M62.81|Muscle weakness|
M62.82|Rhabdomyolysis|
M62.830|Muscle spasm of back|
M62.838|Other muscle spasm|cramp
M65.30|Trigger finger|
M65.4|De Quervain tenosynovitis|
M67.40|Ganglion cyst|
M70.20|Olecranon bursitis|
M71.20|Baker cyst|popliteal cyst
M71.9|Bursitis|
M72.2|Plantar fasciitis|heel pain
M75.01|Frozen shoulder, right|adhesive capsulitis
M75.02|Frozen shoulder, left|adhesive capsulitis
M75.100|Rotator cuff tear, not from injury|
M75.40|Impingement of shoulder|
M76.50|Patellar tendinitis|jumper's knee
M76.60|Achilles tendinitis|
M77.00|Golfer's elbow|medial epicondylitis
M77.10|Tennis elbow|lateral epicondylitis
M77.30|Heel spur|calcaneal spur
M79.10|Muscle pain|myalgia
M79.18|Myalgia, other site|
M79.2|Neuralgia|nerve pain
M79.601|Right arm pain|
M79.602|Left arm pain|
M79.604|Right leg pain|
M79.605|Left leg pain|growing pains
M79.606|Leg pain|growing pains
M79.609|Limb pain|growing pains
M79.641|Right hand pain|
M79.642|Left hand pain|
M79.671|Right foot pain|
M79.672|Left foot pain|
M79.7|Fibromyalgia|
M79.89|Other soft tissue disorder|swelling of limb
M80.00XA|Osteoporosis with fracture, first encounter|
M81.0|Osteoporosis without fracture|age-related osteoporosis
M85.80|Other disorder of bone density|osteopenia
M86.9|Osteomyelitis|bone infection
M89.8X9|Other disorder of bone|bone pain
M91.10|Legg-Calvé-Perthes disease|perthes
M92.60|Juvenile osteochondrosis of heel|sever disease
M92.521|Osgood-Schlatter disease, right|tibial tubercle
M92.522|Osgood-Schlatter disease, left|tibial tubercle
M92.523|Osgood-Schlatter disease, both sides|tibial tubercle
M93.003|Slipped capital femoral epiphysis|scfe
M94.0|Costochondritis|tietze; chest wall pain
M95.0|Acquired deformity of nose|
M99.03|Segmental dysfunction of lumbar region|
`;
