import type { ClassicSettings } from '../src/core/drain/classic/classic-reader.ts';

/** logparser's default, which its benchmark leaves as it is. */
const MAX_CHILDREN = 100;

const ADDRESS = '(\\d+\\.){3}\\d+';
const DOTTED_NAME = '([\\w-]+\\.){2,}[\\w-]+';
const NUMBER = '\\b(\\-?\\+?\\d+)\\b|\\b0[Xx][a-fA-F\\d]+\\b|\\b[a-fA-F\\d]{4,}\\b';

type Row = readonly [system: string, similarity: number, depth: number, logFormat: string, masks: readonly string[]];

const PUBLISHED: readonly Row[] = [
  [
    'Android',
    0.2,
    6,
    '<Date> <Time>  <Pid>  <Tid> <Level> <Component>: <Content>',
    ['(/[\\w-]+)+', DOTTED_NAME, NUMBER],
  ],
  ['Apache', 0.5, 4, '\\[<Time>\\] \\[<Level>\\] <Content>', [ADDRESS]],
  [
    'BGL',
    0.5,
    4,
    '<Label> <Timestamp> <Date> <Node> <Time> <NodeRepeat> <Type> <Component> <Level> <Content>',
    ['core\\.\\d+'],
  ],
  ['HDFS', 0.5, 4, '<Date> <Time> <Pid> <Level> <Component>: <Content>', ['blk_-?\\d+', `${ADDRESS}(:\\d+)?`]],
  ['HPC', 0.5, 4, '<LogId> <Node> <Component> <State> <Time> <Flag> <Content>', ['=\\d+']],
  ['Hadoop', 0.5, 4, '<Date> <Time> <Level> \\[<Process>\\] <Component>: <Content>', [ADDRESS]],
  ['HealthApp', 0.2, 4, '<Time>\\|<Component>\\|<Pid>\\|<Content>', []],
  [
    'Linux',
    0.39,
    6,
    '<Month> <Date> <Time> <Level> <Component>(\\[<PID>\\])?: <Content>',
    [ADDRESS, '\\d{2}:\\d{2}:\\d{2}'],
  ],
  ['Mac', 0.7, 6, '<Month>  <Date> <Time> <User> <Component>\\[<PID>\\]( \\(<Address>\\))?: <Content>', [DOTTED_NAME]],
  ['OpenSSH', 0.6, 5, '<Date> <Day> <Time> <Component> sshd\\[<Pid>\\]: <Content>', [ADDRESS, DOTTED_NAME]],
  [
    'OpenStack',
    0.5,
    5,
    '<Logrecord> <Date> <Time> <Pid> <Level> <Component> \\[<ADDR>\\] <Content>',
    [`(${ADDRESS},?)+`, '/.+?\\s', '\\d+'],
  ],
  [
    'Proxifier',
    0.6,
    3,
    '\\[<Time>\\] <Program> - <Content>',
    ['<\\d+\\ssec', '([\\w-]+\\.)+[\\w-]+(:\\d+)?', '\\d{2}:\\d{2}(:\\d{2})*', '[KGTM]B'],
  ],
  ['Spark', 0.5, 4, '<Date> <Time> <Level> <Component>: <Content>', [ADDRESS, '\\b[KGTM]?B\\b', DOTTED_NAME]],
  [
    'Thunderbird',
    0.5,
    4,
    '<Label> <Timestamp> <Date> <User> <Month> <Day> <Time> <Location> <Component>(\\[<PID>\\])?: <Content>',
    [ADDRESS],
  ],
  ['Windows', 0.7, 5, '<Date> <Time>, <Level>                  <Component>    <Content>', ['0x.*?\\s']],
  [
    'Zookeeper',
    0.5,
    4,
    '<Date> <Time> - <Level>  \\[<Node>:<Component>@<Id>\\] - <Content>',
    [`(/|)${ADDRESS}(:\\d+)?`],
  ],
];

/**
 * By the name of the system in loghub 2k: the settings that logparser's authors chose by hand, and with which they published
 * the accuracy of Drain.
 *
 * @see https://github.com/logpai/logparser, logparser/Drain/benchmark.py
 */
export const CLASSIC_SETTINGS: ReadonlyMap<string, ClassicSettings> = new Map(
  PUBLISHED.map(([system, similarity, depth, logFormat, masks]) => [
    system,
    { logFormat, masks, similarity, depth, maxChildren: MAX_CHILDREN },
  ]),
);
