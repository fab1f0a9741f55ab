/// The 2048 words that generated passphrases and recovery kits are made of.
///
/// 2048 words are 11 bits a word, so ten words carry 110 bits. The list is our own: plain English
/// words spelled alike in Britain and America, three to eight letters from a to z, chosen to be
/// easy to spell and say and to hurt nobody. No two share their first four letters, and no two
/// differ by one letter put in, left out or changed, or by two neighbours swapped, so a slip of
/// the pen never makes one word into another.
package enum WordList {
  /// Every word once, in alphabetical order.
  ///
  /// A word's place in the list is its value, so no word may ever be moved, added or taken out:
  /// phrases already written on paper depend on it.
  package static let words: [String] = text.split(whereSeparator: \.isWhitespace).map(String.init)

  // One text, split at first use: an array literal of this length is slow to compile.
  private static let text = """
    aardvark abacus aboard about above abridge absorb abstract abundant academic accept acclaim
    accord accurate achieve acorn acoustic acquire acrobat acrylic action actor actual adapt
    address adhere adjacent adjoin adjust admire adore adult advance adverb advice advocate
    aerial affinity afield afoot after again agenda agile agree ahead airborne aircraft airfield
    airline airmail airport album alcove algebra alias align alive alley allow almost aloft
    alphabet already also although always amaze ambient amble amenable amiable amount amuse
    anagram analogue anchovy ancient anecdote angle animal annex announce annual another answer
    anteater anthem antique antler anvil anybody anyhow anyone anything anyway apiece appear
    apple approach apricot apron aquatic arable arcade archer ardent area arise armchair aroma
    around arrange arrival artful article artwork ascend aside asleep aspect aspire assemble
    assist assort astound athlete atlas atom attach attend attic attract auburn audible author
    autumn aviator avocado awaken aware away awhile awning axis azure backpack badge bagel
    baggage bakery balance balloon bamboo banana banister banjo banknote banner banquet barbecue
    bargain baritone barley barn barrel baseball basic basket bassoon bazaar beacon beam because
    beckon become bedtime beehive beeswax beetle before befriend begin behind behold belated
    believe belong belt bench beneath beret beside bestow better between beverage beyond bicycle
    binary biology biplane birch bird birthday biscuit bison blanket blend bliss blizzard bloom
    blossom blouse bluebell boat bobbin bobcat bonfire bonus bookcase boost border borrow botany
    boulder bounce bowl bracelet braid brave breathe breeze brevity brick brief bright bring
    bristle broad brochure bronze brooch broth brown brunch brush bubble bucket budget buffet
    bugle build bulb bulletin bumpy bundle bungalow burger bustle busy button buzzard bygone
    byway cabaret cabbage cabin cacao cactus cadence calcium calendar calico camera campus canal
    candle canoe canteen canvas canyon capable capital caption caravan carbon cardigan career
    cargo caribou carnival carpet carrot cartoon cascade cashew castle category catnip causeway
    cavern cedar celery cement central ceramic certain chair chalk champion chance chapter
    chariot check cheer cherry chestnut chicken chilly chimney chipmunk chirp choice chorus
    chrome chuckle chunk churn cinder cinema cinnamon circle citrus city civic clamber clarify
    clasp clay clean clerk clever climb clone cloth cloud clue cluster coach coaster cobalt
    cobbler cobweb cocoa code coffee collage colt column combine comedy comfort comical common
    compare concert condor confetti conifer conjure connect consider content convey cookie copper
    coral cordial corner corridor corsage cosmos costume cottage could couple courier cover
    coyote crab craft crane crater crayon create credit crescent cricket crimson crinkle crisp
    crockery crop cross crowd cruiser crumb cubic cucumber cuff culinary cultural cupboard cupful
    curator curious curly curve cushion custard cutlery cycle cylinder dabble daffodil dance
    dandy data daybreak daydream daylight daytime dazzle decade decipher deck decorate dedicate
    deepen deer define degree delay delight delta denim density deposit describe desktop detail
    detour develop devote diagram dialect diamond diary diesel differ digit dignity diligent
    dinghy dinner dinosaur diploma direct discover dish display distance diverse divide dogwood
    dolphin domain dome domino donate donkey door dot double doughnut dozen dragon drama drape
    drawing dream dress drive drizzle drum duchess duet dumpling dune duplex durable during dusk
    dusty dwelling dynamo eager eagle early earmark earring earthy easel easily eastern easy
    ebony echo eclipse ecology economy edible editor educate effort egg eighteen either elapse
    elastic elbow elect elegant element elephant eleven elm else email embark ember emblem
    emerald emit emotion empathy enable enamel enchant encircle enclose encore endorse energy
    engage engine engrave enhance enigma enjoy enlarge enliven enough enrich ensemble enter
    entire entrance entwine envelope envisage epic epilogue episode equal equinox erase errand
    essay essence estate esteem estimate ethic eureka evening ever evident evoke evolve example
    excerpt exchange excite exclaim exercise exhale exhibit exist expand expect explore export
    express extend extra eye eyebrow eyelid eyesight fable fabric fabulous facet facility factory
    faculty fairness falcon familiar famous fancy fanfare fantasy faraway farmer farther fashion
    fasten fathom fauna feast feature feeder feel fence fern ferret festive fetch fiction fiddler
    fiesta fifteen figure film filter finch finger finish firefly first fishery fixture fizz flag
    flamingo flannel flapjack flask flatten fleet flexible flicker flight flint float flock floor
    floral flotilla flowing fluent fluff fluid flurry flute fly foal focus foghorn folder foliage
    folklore follow fondness font footstep forage forever fork formula forty forum four fox
    fraction frame freedom frequent fresh friend fringe fritter frog frontier frosty frothy
    frugal fruit fudge full fun function funny furlong furnish furrow fusion future fuzzy gadget
    galaxy gallery galore game gander garage garden garland garment garnish gateway gather
    gazelle gear genius gentle genuine geology geometry geranium gesture getaway giant gift
    gigantic giggle gingham giraffe girder give glacial glad glance glass glaze gleam glee glider
    glimpse glisten glitter global glory glossy glove glow gnome goblet golden gondola goodwill
    goose gosling graceful gradient grain grammar granite graphite grassy gravy green griddle
    grill grind grip grizzly grocer groovy grotto grouse growth guess guide guitar gulf gurgle
    gust gymnast habitat haddock half halibut hallway hamlet hammer hamster handsome happen
    hardware harmony harp harvest hat have hawk haystack headway health heap hearty hedgehog
    height helium hello helmet helper hen herald herb heritage heron herring hexagon heyday
    hickory highland hike hillside hinge history hobby hockey hoist holiday homeward honest
    hooray hope horizon hotel hourly however huddle hum human humid hundred hurry husky hybrid
    hydrogen hyphen ice iceberg icicle icing icon idea identity idiom iguana image imitate impact
    import improve include income increase indeed indigo indoor industry infinite inflate inhabit
    initial inkling inland inlet input inscribe insect inside inspire instant insulate interval
    intrepid invest invite italic item ivory jackdaw jaguar jam jamboree jaunt jazz jersey jester
    jet jetty jewel jigsaw jingle job join joke jolly journal jovial joyful joyous jubilee juggle
    juicy juniper justify kangaroo kayak keen keepsake ketchup key keyboard keyhole keynote
    keystone kilogram kilt kindness kingdom kinship kiosk kitchen kite kitty kiwi knee knit knock
    knoll knuckle koala ladder ladle lagoon lamb landlady lane language lantern lapel lark latch
    latitude lattice laugh laundry laurel lava lavender lavish layer layout leafy league leapfrog
    learn leather leave leeway left legacy legend legible legume leisure lemon length lens lentil
    leopard lettuce level lexicon liberty library lichen lid lifelong lighten likewise lilac
    limerick linen linguist link lion liquid list literal little lively lizard llama loaf lobster
    locate locket locust lodge lofty logic lollipop lookout loop loosen lorry lotion lotus lounge
    lozenge lucky luggage lullaby luminous lunch lupin lush luxury lyric macaroni machine
    mackerel magazine magenta magic magnolia magpie mahogany mailbox maintain majestic major
    mallard mammoth mandolin mango mansion manual map maple marathon marble margin marigold
    market maroon marrow marsh marvel mascot material matter maverick maximum maybe meadow
    meander measure mechanic medium medley melon memento memoir mention menu merchant merge
    mermaid merry mesh message metallic meteor method metric middle midnight midway migrate
    mileage milkman million mimic mindful mineral minibus minnow minstrel miracle mirror mirth
    misty mitten mobile modern module mohair molecule moment money mongoose monitor monogram
    monsoon month monument mood moonbeam moreover morsel mosaic moss motif motor motto mountain
    move much mud muffin multiply murmur museum mushroom music mustang mutual myriad myself
    mystery myth napkin narrator nation natural nautical navigate navy nearest neatness nebula
    necklace nectar neon nestle network neutral newcomer next niche nickel nifty nightly nimble
    nineteen noble nod noisy nomad nonstop noodle nook north notable notch notebook notify noun
    nourish novelty novice nowadays nozzle nugget number numeral nursery nurture nutmeg nutrient
    nutshell nylon oak oasis oatmeal object oblong oboe observer obtain obvious occasion occupy
    oceanic octave octopus offbeat offer offhand office offset often oil omnibus once onion
    onlooker only onward opaque opening opera opinion opposite optimist orange orbit orchard
    ordinary origin ornament ostrich otter outdoor outfield outgrow outline output outside
    outward oval ovation oven overcast own oxygen oyster pace package pageant painting palace
    palm pamphlet pancake panda panel panorama panther papaya paper paprika paragon parcel parka
    parsley pastime pathway patio pattern pavement pavilion payment peaceful peak peanut pebble
    pecan pedal pelican pencil pendant penguin pentagon people pepper perch perfect perhaps
    permit person pewter pheasant phone photo phrase piano piccolo pickle picnic picture pigeon
    pigment pillow pine pinnacle pinpoint pioneer pirate pitch pivot pixie pizza plaid plant
    plaster plateau playback plaza pledge plenty plot pluck plume plural plus plywood podium poem
    poetic point polish polka pollen ponder pontoon pony pool pop popcorn poplar porpoise
    porridge portal position possible postcard potato pottery pouch poultry practice prairie
    prawn predict prefer premium prepare pretzel previous primer printer prior privacy prize
    probable process produce project prologue promise propel prosper protein proud proverb prune
    publish pudding pulley pulse pumice pumpkin pupil puppy purchase purpose puzzle pyramid
    quadrant quaint quality quantity quarry quaver queen query question quick quiet quill quintet
    quiz quote rabbit radar radiator raindrop raisin rally rambler ranch random ranger rapid rare
    rarity rational rattle raven reach ready real reappear reason rebound rebuild receive recipe
    recline record recruit recycle redesign reduce reed refill reflect refresh regard region
    regular rehearse reindeer rejoice relate release relish rely remark remember remind remote
    rename renew renovate rent reopen repair repeat replica reprint reptile request resemble
    resolve respect restful result rethink retrieve return reunion reuse revise rewrite rhino
    ribbon ridge rightful ringing rinse ripen ripple river roadside roam robot rock rodeo roof
    roomy rooster rostrum rotate routine rowboat royal rubber rucksack rudder rug rumble rummage
    runner runway rural rustic saddle safari safe saffron saga sailboat salary salmon salt sample
    sandal sapling sapphire sardine satchel satin sauce saunter sausage sawdust scamper scarlet
    scatter scenery school science scooter scout scramble script scroll seafood seaport seaside
    seat seaweed second seedling seesaw segment seldom seminar sensible sequel serenade session
    settle seven shamrock shape shawl sheen shelf shepherd sherbet shield shift shimmer shingle
    shoelace shop shore shovel showcase shrub shuffle shutter sideshow sight signpost silk silver
    similar since singular sit sixteen sizzle skater sketch skip skirt sky skylight slate sleepy
    slide slipper slogan slope slowly slumber small smart smile smock smooth snack snail snap
    sneeze snippet snooze snorkel snowy snug soccer soda softball solar solid soloist solution
    solve somehow sonata song sonic sonnet soothe soprano sort sound soup south spacious spaniel
    sparrow spatula speck speech spell spend sphere spinach spiral splash splendid sponge spoon
    sporran spot sprawl spread spring sprout spruce square squeak squirrel stadium stage stairway
    stamina stanza starry statue stay steady steer stellar stencil step stereo steward still
    stirrup storage stove straw stretch strive strong strum studio sturdy stylish suburb success
    sudden sugar suggest suitable summary sundial sunlight sunrise sunset super supple sure
    surface surname surplus surround survey sustain swan sweater swim swing swish switch swivel
    syllable symmetry symphony syrup tackle tactful tadpole tailor take talent talk tandem
    tangent tapestry tartan tassel taste tawny taxi teacup teammate teapot teaspoon tell tempo
    tenant tennis tenor term terrier textbook thankful thatch theme theory thermal they thicket
    thimble thing thirsty this thorough those thousand thread thrill thumb thunder tiara tidal
    tidy tiger timber time tinker tinsel tint tiptoe title toad toast toboggan today together
    toggle token tomato tomorrow tonight toolkit tooth topaz topic torch tortilla total toucan
    tourist toward tower toy track trade traffic trail tranquil trapeze travel tray treasure trek
    trellis trend trestle triangle tricycle trifle trillion trinket trio tripod triumph trivia
    trolley trombone tropical trot trowel true truffle truly trumpet trunk trust truth tube
    tuition tulip tuna tundra tuneful tunic tunnel turbine turf turnip turret turtle tutor tuxedo
    tweak tweed twelve twenty twice twiddle twig twilight twinkle twirl twist typeface typist
    ultimate ultra umbrella umpire uncover under undo unfold unfurl unicycle unify unique unison
    unite universe unlike unlock unpack untangle until unveil unwind unwrap upbeat update upgrade
    uphill uphold upkeep uplift upon upper upright upside upstream uptake uptown upturn upward
    urban usable use usher usual utensil utility utmost vacation valiant valve van vanguard
    vanish variety vase vault vector vehicle velour velvet vendor veneer venture venue veranda
    verify version vertical very vessel vibrant vicinity victory video view village vineyard
    vintage vinyl viola virtual visitor vista visual vital vivid vocal vogue volcanic volley
    volume vowel voyager waffle wagon walker wallet walnut walrus waltz wand wardrobe warm
    washable water wayside weaver wedge weekend welcome western whatever wheat wheel whenever
    where whilst whim whirl whisk white who whoever whole whoop wicket widen width wildcat
    willing win windfall wintry wire wisdom wishbone within wobble wolf wombat wondrous woodwork
    woolly wordy workshop world worthy wreath wren wriggle writer yard yawn yearling yellow yield
    yodel yoga yogurt young yourself youthful zebra zenith zero zest zigzag zinc zipper zone zoo
    zoology
    """
}
