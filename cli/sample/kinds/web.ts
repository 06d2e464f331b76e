import { hex, integer } from '../draw.ts';
import { anyNumber, normal, oneOf, text } from '../field.ts';
import type { LogKind } from '../log-kind.ts';
import { isoStamp } from '../stamp.ts';
import { choice, log, loop, option, optional, parallel, sequence } from '../workflow.ts';

const PAGES = ['/', '/deals', '/category/garden', '/category/kitchen', '/category/toys', '/help/returns'];
const WORDS = ['lamp', 'teapot', 'rake', 'puzzle', 'mug', 'bench', 'kite', 'whisk'];

const fields = {
  address: text('session', (random) => `198.51.${integer(random, 0, 99)}.${integer(random, 1, 254)}`),
  page: oneOf('session', PAGES),
  word: oneOf('session', WORDS),
  user: text('session', (random) => `u${integer(random, 1_000, 99_999)}`),
  product: anyNumber('branch', 1_000, 9_999),
  order: anyNumber('session', 400_000, 999_999),
  shard: anyNumber('line', 0, 15),
  hits: normal('line', 140, 18),
  rows: normal('line', 24, 2),
  query: normal('line', 12.5, 1.2, 1),
  bytes: normal('session', 18_400, 1_500),
  cents: anyNumber('session', 499, 64_999),
  risk: normal('line', 0.21, 0.03, 3),
  heap: anyNumber('line', 300, 900),
} as const;

const messages = {
  accepted: 'INFO gateway [{id}] GET {page} from {address}',
  acceptedSearch: 'INFO gateway [{id}] GET /search?q={word} from {address}',
  acceptedCart: 'INFO gateway [{id}] POST /cart/items from {address}',
  acceptedCheckout: 'INFO gateway [{id}] POST /checkout from {address}',
  acceptedLogin: 'INFO gateway [{id}] POST /login from {address}',
  sessionHit: 'DEBUG session [{id}] session restored for {user}',
  sessionMiss: 'DEBUG session [{id}] no session cookie, guest visit',
  cacheHit: 'DEBUG cache [{id}] page fragment found',
  cacheMiss: 'DEBUG cache [{id}] page fragment missing, will be built',
  catalog: 'INFO catalog [{id}] loaded {rows} rows in {query} ms',
  prices: 'INFO pricing [{id}] price list applied',
  stock: 'INFO stock [{id}] availability of product {product} checked',
  reviews: 'INFO reviews [{id}] ratings attached',
  rendered: 'INFO render [{id}] template done, {bytes} bytes',
  parsed: 'DEBUG search [{id}] query "{word}" parsed',
  shardAsked: 'DEBUG search [{id}] shard {shard} answered {hits} hits',
  shardSlow: 'WARN search [{id}] shard {shard} asked again after timeout',
  merged: 'INFO search [{id}] results merged and ranked',
  cartLocked: 'DEBUG cart [{id}] cart of {user} locked',
  cartLine: 'INFO cart [{id}] product {product} priced at checkout',
  cartAdded: 'INFO cart [{id}] product {product} put into the cart',
  soldOut: 'WARN stock [{id}] product {product} is sold out',
  cartFreed: 'DEBUG cart [{id}] cart of {user} unlocked',
  fraud: 'INFO fraud [{id}] score {risk}',
  authorized: 'INFO payment [{id}] {cents} cents authorized',
  declined: 'WARN payment [{id}] card declined by issuer',
  ordered: 'INFO order [{id}] order {order} created',
  mailed: 'INFO mail [{id}] confirmation of order {order} queued',
  passwordOk: 'INFO auth [{id}] password accepted for {user}',
  passwordWrong: 'WARN auth [{id}] wrong password for {user}',
  responded: 'INFO gateway [{id}] response 200, {bytes} bytes sent',
  refused: 'INFO gateway [{id}] response 409 sent',
  unauthorized: 'INFO gateway [{id}] response 401 sent',
  health: 'INFO health liveness probe answered, heap {heap} MB',
} as const;

const visitor = choice(option(2, log('sessionHit', 4)), option(1, log('sessionMiss', 4)));
const render = sequence(log('rendered', 40), log('responded', 6));
const lock = sequence(log('sessionHit', 4), log('cartLocked', 12));

export const web: LogKind = {
  name: 'web',
  session: 'a request ([req-...])',
  fields,
  messages,
  unknownMessages: [
    'ERROR catalog [{id}] connection pool exhausted',
    'ERROR render [{id}] unknown placeholder in footer',
    'WARN gateway [{id}] client sent a malformed cookie header',
    'ERROR pricing [{id}] currency table is empty',
    'FATAL session [{id}] cannot decrypt token, key rotated',
    'ERROR stock [{id}] negative quantity after reservation',
    'WARN cache [{id}] fragment checksum differs',
    'ERROR gateway [{id}] upstream closed the stream prematurely',
    'ERROR reviews [{id}] recursion limit while threading comments',
    'WARN i18n [{id}] locale fallback loop stopped',
    'ERROR order [{id}] duplicate primary key',
    'ERROR mail [{id}] relay answered 550 mailbox unavailable',
  ],
  workflows: [
    {
      name: 'page',
      weight: 45,
      steps: sequence(
        log('accepted', 0),
        visitor,
        choice(
          option(3, log('cacheHit', 3)),
          option(
            2,
            log('cacheMiss', 3),
            log('catalog', 30),
            parallel(log('prices', 18), log('stock', 20), log('reviews', 26)),
          ),
        ),
        render,
      ),
    },
    {
      name: 'search',
      weight: 25,
      steps: sequence(
        log('acceptedSearch', 0),
        visitor,
        log('parsed', 2),
        loop({ min: 4, max: 16, excess: 70 }, log('shardAsked', 15), optional(0.01, log('shardSlow', 200))),
        log('merged', 20),
        render,
      ),
    },
    {
      name: 'add to cart',
      weight: 15,
      steps: sequence(
        log('acceptedCart', 0),
        lock,
        loop(
          { min: 1, max: 1 },
          log('stock', 25),
          choice(
            option(9, log('cartAdded', 9), log('cartFreed', 3), log('responded', 6)),
            option(1, log('soldOut', 5), log('cartFreed', 3), log('refused', 6)),
          ),
        ),
      ),
    },
    {
      name: 'checkout',
      weight: 8,
      steps: sequence(
        log('acceptedCheckout', 0),
        lock,
        loop({ min: 1, max: 12, excess: 60 }, log('cartLine', 8)),
        choice(
          option(
            12,
            parallel(log('fraud', 120), log('authorized', 140)),
            log('ordered', 30),
            log('mailed', 12),
            log('cartFreed', 3),
            render,
          ),
          option(1, log('declined', 300), log('cartFreed', 3), log('refused', 6)),
        ),
      ),
    },
    {
      name: 'login',
      weight: 7,
      steps: sequence(
        log('acceptedLogin', 0),
        log('sessionMiss', 4),
        choice(
          option(5, log('passwordOk', 180), render),
          option(1, log('passwordWrong', 180), log('unauthorized', 1_500)),
        ),
      ),
    },
  ],
  background: [{ every: 5_000, messages: ['health'] }],
  start: new Date('2024-06-03T09:00:00.250Z'),
  resolution: 1,
  arrival: 90,
  stamp: isoStamp,
  id: (random) => `req-${hex(random, 12)}`,
};
