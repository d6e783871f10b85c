/// Words that say nothing of what a text is about, as hashes of their stems.
enum StopWords {
  static func contains(_ hash: UInt32) -> Bool { hash == 0 || words.contains(hash) }

  /// Whether an English word stands in so many texts that it tells nothing of a copy.
  static func isCommonEnglish(_ hash: UInt32) -> Bool { commonWords.contains(hash) }

  private static let words = WordSet(german, english, press)
  private static let commonWords = WordSet(common)

  private static let german = """
    ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch
    auf aus ausser bald bei beide beiden beim bereits bevor bin bis bisher bist bleibt brauchen
    da dabei dadurch dafür dagegen daher dahin damals damit danach daran darauf daraus darf darin
    darum darunter das dass dasselbe dazu dein deine deinem deinen deiner dem den denen denn dennoch
    der deren derer derselbe derzeit des deshalb dessen desto die dies diese dieselbe diesem diesen
    dieser dieses doch dort drei du durch dürfen ebenfalls ehe eigene eigenen ein eine einem einen
    einer eines einfach einige einigen einiger einmal eins er erst erste ersten erster es etwa etwas
    euch euer eure fast für fünf ganz ganze gar geben gegen gegenüber geht gemacht gemeinsam genau
    gerade gern gibt ging gleich groß große großen großer großes gut gute guten guter gutes hab habe
    haben hält hat hatte hatten her heute heißt hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren
    ihrer ihres im immer in indem ins ist ja je jede jedem jeden jeder jedes jedoch jetzt jemand kam
    kann kannst kaum kein keine keinem keinen keiner kommen kommt können könnte könnten konnte
    konnten künftig lassen lässt laut letzte letzten letzter lieber macht machen mal man manche mehr
    mein meine meinem meinen meiner mehrere mich mir mit müssen muss musste mussten nach nachdem
    natürlich neben nein neu neue neuen neuer neues nicht nichts nie niemand noch nun nur ob oben oder
    offenbar ohne per rund schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem
    selbst sich sie sieht sind so sobald sodass sogar solche solchen soll sollen sollte sollten
    sondern sonst soweit sowie später statt stehen steht trotz tun über überhaupt um und uns unser
    unsere unserem unseren unserer unter viel viele vielen vieler vielleicht vier vom von vor vorbei
    vorher während wann war waren warum was wegen weil weit weiter weitere weiteren weiterer weiterhin
    welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen
    wie wieder will wir wird wirklich wo wobei wohl wollen wollte wollten womit worden wurde wurden
    würde würden zehn zu zudem zuletzt zum zur zurück zusammen zwar zwei zwischen
    """

  private static let english = """
    a about above after again against all also am among an and any are aren as at be because been
    before being below between both but by can cannot could did do does doing don down during each
    even few for from further get gets go goes going got had has have having he her here hers herself
    him himself his how i if in into is isn it its itself just last less let like made make many may
    me might more most much must my new no nor not now of off on once one only or other our out over
    own per said same say says she should since so some still such than that the their them then there
    these they this those though through to too two under until up upon us very was we were what when
    where which while who whom whose why will with within without would yes yet you your
    """

  /// English words of many texts: there is no long-run count for English.
  private static let common = """
    able accused across act action actually added adding administration ago agree agreed already
    although always announced another answer appeared approach area argued around ask asked asking
    away back began begin behind believe believes best better big bring brought call called calling
    calls came campaign case cases cause certain change changes city clear clearly close come comes
    comment comments concern concerns conference continue continued could country countries course
    critics current currently deal decided decision despite different director early earlier effort
    efforts end ended enough event events ever every evidence example expected fact far favor fight
    finally find following follow former found four full future gave general give given giving good
    great group groups half hand hard head heard held help high hold home hope hours house however
    hundred idea important include included including increase information instead interview issue
    issues job keep kept kind knew know known large late later law lawmakers lead leader leaders
    leading leave led left level life likely line little live lives local long longer look looking
    lost lot main major man matter mean means media meet meeting member members men message middle
    million minutes moment months morning move moved nation national near nearly need needed needs
    never next night nothing number offer office official officials often old open opening order
    others outside part particularly party pass passed past pay people person place plan plans play
    point policy political position possible power press private probably problem problems process
    program public put question questions quickly raised rather read real really reason recent
    recently remain remained remains remarks report reporters reports request response result right
    rights role run running saw saying second see seek seeking seemed seen senior sent serious set
    several shot show showed shown side sign signed similar simply single situation small social
    someone something soon sought speak speech spoke stand start started state stated statement
    states step still stop story street strong support supporters sure system take taken taking talk
    talks team tell ten term terms thing things think third thought thousands three time times top
    took toward trying turn turned twice two united use used using vote wait want wanted wants war
    way ways well went west whether white whole wide win woman women words work worked working
    world would write writing wrong wrote young
    """

  /// Words of the trade, of the clock and of the page.
  private static let press = """
    sagen sagt sagte berichten berichtet bericht medien zufolge angaben mitteilen mitgeteilt mitteilt
    teilte erklärt erklärte erklären montag dienstag mittwoch donnerstag freitag samstag sonnabend
    sonntag januar februar märz april mai juni juli august september oktober november dezember
    uhr heute gestern morgen abend nacht jahr jahre jahren tag tage tagen woche wochen monat monate
    monaten stunden minuten prozent million millionen milliarden tausend euro dollar
    nachrichtenpodcast pressestimmen kolumne plus faz sz spiegel welt bild zeit heise gmx fotostrecke bilder
    foto fotos newsletter ratgeber quiz rätsel test überblick faq chronik protokoll reportage essay
    live liveblog livestream newsblog ticker liveticker newsticker update eilmeldung video podcast
    kommentar analyse interview meinung kolumne exklusiv abopflichtiger inhalt news aktuell
    reuters dpa afp ap epd kna sid monday tuesday wednesday thursday friday saturday sunday
    january february march june july october december today yesterday year years day days week
    weeks month months percent million billion according reported report news told
    """
}
