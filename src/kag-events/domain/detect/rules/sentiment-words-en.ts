/**
 * English words by weight: forms are written out, since short stems of English run into each other (car, care,
 * careless).
 */
export const ENGLISH_WORDS: Readonly<Record<number, string>> = {
  3: `excellent outstanding amazing awesome fantastic wonderful brilliant perfect perfectly superb love loved loves loving
      flawless delighted thrilled exceptional incredible phenomenal stellar best`,
  2: `great happy glad pleased satisfied impressive impressed thank thanks thankful grateful appreciate appreciated
      appreciates gratitude enjoy enjoyed enjoying nice nicely beautiful lovely win won success successful successfully
      excited exciting recommend recommended helpful reliable smooth smoothly pleasure cool congratulations congrats
      kudos bravo welcome elegant valuable trust trusted relieved cheers yay hooray wow`,
  1: `good well better improved improves improvement improving easy easily fast faster quick quickly clear
      clearly solved resolved fixed agree agreed approve approved approval accept accepted ready works worked working
      useful interesting interested correct correctly positive comfortable convenient friendly polite promptly prompt
      efficient safe stable secure fair strong hope hopeful calm affordable ideal gladly`,
  0.5: `ok okay fine yes sure`,
  [-1]: `wrong issue issues problem problems error errors bug bugs late slow slowly delay delays delayed unclear confusing
      confused difficult hard missing missed lost stuck waiting doubt doubts doubtful concern concerns concerned worried
      worry worrying expensive overpriced sorry unfortunately unfortunate mistake mistakes inconvenient inconvenience
      complicated incomplete incorrect incorrectly unstable unexpected overdue refund cancel cancelled cancelling canceled
      complaint complaints complain complaining unhappy weak sad tired boring outdated messy again risk risky unsure
      reject rejected decline declined lacking lacks buggy glitch glitches laggy annoying uncomfortable`,
  [-2]: `bad badly worse fail fails failed failing failure broken break breaks broke crash crashes crashed crashing poor
      poorly disappointed disappointing disappointment frustrated frustrating frustration annoyed upset angry mad unusable
      unreliable unresponsive unprofessional rude ignored ignoring ignore careless neglected mess refuse refused
      unsatisfied dissatisfied misleading misled useless unfair nonsense regret failing penalty threatened impossible
      damage damaged damaging incompetent blocked irresponsible sloppy overcharged leaving sick`,
  [-3]: `terrible horrible awful worst hate hated disgusting disgusted unacceptable outrageous outraged furious scam fraud
      disaster disastrous catastrophe catastrophic nightmare pathetic garbage trash crap lawsuit sue ridiculous
      appalling abysmal dreadful shameful disgrace disgraceful liar lied lies cheated stupid idiot idiots shit damn
      fucking wtf ruined`,
};

/** Words that say nothing by themselves, but much when denied: "doesn't load", "never answers". */
export const ENGLISH_WHEN_DENIED = new Set(
  `work load loads loading open opens respond responds responding response answer answers answered reply replies replied
   understand understood deliver delivered delivering arrive arrived come came happen start starts save saves saved send
   sent show shows done finished responding possible enough acceptable worth received receive access`.split(/\s+/),
);

export const ENGLISH_DENIALS = new Set(
  `not no never none nobody nothing neither nor without cannot cant can't don't doesn't didn't won't wouldn't couldn't
   shouldn't isn't aren't wasn't weren't haven't hasn't hadn't dont doesnt didnt wont isnt wasnt hardly barely`.split(
    /\s+/,
  ),
);

export const ENGLISH_BOOSTERS: Readonly<Record<string, number>> = {
  very: 1.4,
  really: 1.3,
  extremely: 1.6,
  absolutely: 1.5,
  totally: 1.4,
  completely: 1.4,
  so: 1.2,
  too: 1.2,
  super: 1.4,
  incredibly: 1.6,
  highly: 1.3,
  deeply: 1.4,
  truly: 1.3,
  quite: 1.1,
  most: 1.2,
  much: 1.2,
  constantly: 1.3,
  always: 1.1,
  slightly: 0.6,
  somewhat: 0.7,
  bit: 0.7,
  little: 0.7,
  kinda: 0.7,
  fairly: 0.9,
  rather: 0.9,
  partly: 0.7,
};
