import { describe, expect, it } from 'vitest';
import {
  createRumor,
  finalizeEvent,
  generateSecretKey,
  getPublicKey,
  giftWrap,
  hexToBytes,
  localSigner,
  parseEvent,
  parseNsec,
  sealRumor,
  unwrap,
  verifyEvent,
  wrapSeal,
} from '../index.ts';

const NOW = 1_800_000_000;
const alice = generateSecretKey();
const bob = generateSecretKey();
const mallory = generateSecretKey();
const rumorOf = (secret: Uint8Array) =>
  createRumor({ kind: 14, created_at: NOW, tags: [], content: 'the result is in' }, getPublicKey(secret));

describe('NIP-59', () => {
  it('reads the example of the NIP', async () => {
    // https://github.com/nostr-protocol/nips/blob/master/59.md, "Code Samples"
    const author = hexToBytes('0beebd062ec8735f4243466049d7747ef5d6594ee838de147f8aab842b15e273');
    const recipient = hexToBytes('e108399bd8424357a710b606ae0c13166d853d327e47a6e5e038197346bdbf45');
    const rumor = createRumor(
      { kind: 1, created_at: 1691518405, tags: [], content: 'Are you going to the party tonight?' },
      getPublicKey(author),
    );
    expect(rumor.id).toBe('9dd003c6d3b73b74a85a9ab099469ce251653a7af76f523671ab828acd2a0ef9');
    const wrap = {
      content:
        'AhC3Qj/QsKJFWuf6xroiYip+2yK95qPwJjVvFujhzSguJWb/6TlPpBW0CGFwfufCs2Zyb0JeuLmZhNlnqecAAalC4ZCugB+I9ViA5pxLyFfQjs1lcE6KdX3euCHBLAnE9GL/+IzdV9vZnfJH6atVjvBkNPNzxU+OLCHO/DAPmzmMVx0SR63frRTCz6Cuth40D+VzluKu1/Fg2Q1LSst65DE7o2efTtZ4Z9j15rQAOZfE9jwMCQZt27rBBK3yVwqVEriFpg2mHXc1DDwHhDADO8eiyOTWF1ghDds/DxhMcjkIi/o+FS3gG1dG7gJHu3KkGK5UXpmgyFKt+421m5o++RMD/BylS3iazS1S93IzTLeGfMCk+7IKxuSCO06k1+DaasJJe8RE4/rmismUvwrHu/HDutZWkvOAhd4z4khZo7bJLtiCzZCZ74lZcjOB4CYtuAX2ZGpc4I1iOKkvwTuQy9BWYpkzGg3ZoSWRD6ty7U+KN+fTTmIS4CelhBTT15QVqD02JxfLF7nA6sg3UlYgtiGw61oH68lSbx16P3vwSeQQpEB5JbhofW7t9TLZIbIW/ODnI4hpwj8didtk7IMBI3Ra3uUP7ya6vptkd9TwQkd/7cOFaSJmU+BIsLpOXbirJACMn+URoDXhuEtiO6xirNtrPN8jYqpwvMUm5lMMVzGT3kMMVNBqgbj8Ln8VmqouK0DR+gRyNb8fHT0BFPwsHxDskFk5yhe5c/2VUUoKCGe0kfCcX/EsHbJLUUtlHXmTqaOJpmQnW1tZ/siPwKRl6oEsIJWTUYxPQmrM2fUpYZCuAo/29lTLHiHMlTbarFOd6J/ybIbICy2gRRH/LFSryty3Cnf6aae+A9uizFBUdCwTwffc3vCBae802+R92OL78bbqHKPbSZOXNC+6ybqziezwG+OPWHx1Qk39RYaF0aFsM4uZWrFic97WwVrH5i+/Nsf/OtwWiuH0gV/SqvN1hnkxCTF/+XNn/laWKmS3e7wFzBsG8+qwqwmO9aVbDVMhOmeUXRMkxcj4QreQkHxLkCx97euZpC7xhvYnCHarHTDeD6nVK+xzbPNtzeGzNpYoiMqxZ9bBJwMaHnEoI944Vxoodf51cMIIwpTmmRvAzI1QgrfnOLOUS7uUjQ/IZ1Qa3lY08Nqm9MAGxZ2Ou6R0/Z5z30ha/Q71q6meAs3uHQcpSuRaQeV29IASmye2A2Nif+lmbhV7w8hjFYoaLCRsdchiVyNjOEM4VmxUhX4VEvw6KoCAZ/XvO2eBF/SyNU3Of4SO',
      kind: 1059,
      created_at: 1703021488,
      pubkey: '18b1a75918f1f2c90c23da616bce317d36e348bcf5f7ba55e75949319210c87c',
      id: '5c005f3ccf01950aa8d131203248544fb1e41a0d698e846bd419cec3890903ac',
      sig: '35fabdae4634eb630880a1896a886e40fd6ea8a60958e30b89b33a93e6235df750097b04f9e13053764251b8bc5dd7e8e0794a3426a90b6bcc7e5ff660f54259',
      tags: [['p', '166bf3765ebd1fc55decfe395beff2ea3b2a4e0a8946e7eb578512b555737c99']],
    };
    const parsed = parseEvent(wrap);
    if ('error' in parsed) throw new Error(parsed.error);
    expect(verifyEvent(parsed)).toBeDefined();
    expect(await unwrap(parsed, localSigner(recipient))).toEqual({ rumor, sender: getPublicKey(author) });
  });

  it('round trips, in both kinds of wrap', async () => {
    const rumor = rumorOf(alice);
    for (const kind of [1059, 21059] as const) {
      const wrap = await giftWrap({
        rumor,
        to: getPublicKey(bob),
        signer: localSigner(alice),
        kind,
        now: NOW,
      });
      expect(wrap).toMatchObject({ kind, tags: [['p', getPublicKey(bob)]] });
      expect(wrap.pubkey).not.toBe(rumor.pubkey);
      expect(wrap.created_at).toBeGreaterThan(NOW - 2 * 86_400 - 1);
      expect(wrap.created_at).toBeLessThanOrEqual(NOW);
      expect(verifyEvent(wrap)).toBeDefined();
      expect(await unwrap(wrap, localSigner(bob))).toEqual({ rumor, sender: getPublicKey(alice) });
      expect(await unwrap(wrap, localSigner(mallory))).toHaveProperty('error');
    }
  });

  it('does not let a sender put a rumor into somebody else’s mouth', async () => {
    const signer = localSigner(mallory);
    const to = getPublicKey(bob);
    const content = await signer.nip44Encrypt(to, JSON.stringify(rumorOf(alice)));
    const seal = finalizeEvent({ kind: 13, created_at: NOW, tags: [], content }, mallory);
    const opened = await unwrap(wrapSeal(seal, to, { now: NOW }), localSigner(bob));
    expect(opened).toEqual({ error: 'the rumor claims another author than its seal' });
    await expect(sealRumor(rumorOf(alice), to, signer, NOW)).rejects.toThrow('author');
  });

  it('does not believe a seal without a good signature', async () => {
    const to = getPublicKey(bob);
    const seal = await sealRumor(rumorOf(alice), to, localSigner(alice), NOW);
    const forged = { ...seal, created_at: seal.created_at + 1 };
    const opened = await unwrap(wrapSeal(forged, to, { now: NOW }), localSigner(bob));
    expect(opened).toEqual({ error: 'the signature of the seal is wrong' });
  });

  it('does not take a rumor under the id of another event, and computes a missing one', async () => {
    const to = getPublicKey(bob);
    const signer = localSigner(alice);
    const rumor = rumorOf(alice);
    const { id, ...bare } = rumor;
    for (const [inner, outcome] of [
      [{ ...rumor, id: 'ab'.repeat(32) }, { error: 'the seal holds no rumor: the id of the rumor is wrong' }],
      [bare, { rumor: { ...bare, id }, sender: rumor.pubkey }],
      ['x', { error: 'the seal holds no rumor: an event must be a JSON object' }],
    ] as const) {
      const content = await signer.nip44Encrypt(to, JSON.stringify(inner));
      const seal = finalizeEvent({ kind: 13, created_at: NOW, tags: [], content }, alice);
      expect(await unwrap(wrapSeal(seal, to, { now: NOW }), localSigner(bob))).toEqual(outcome);
    }
  });

  it('reads the two NIP-17 wraps of the NIP', async () => {
    // https://github.com/nostr-protocol/nips/blob/master/17.md, "Examples"
    const sender = parseNsec('nsec1w8udu59ydjvedgs3yv5qccshcj8k05fh3l60k9x57asjrqdpa00qkmr89m');
    const receiver = parseNsec('nsec12ywtkplvyq5t6twdqwwygavp5lm4fhuang89c943nf2z92eez43szvn4dt');
    if ('error' in sender || 'error' in receiver) throw new Error('the keys of the NIP do not decode');
    const readers = [receiver, sender];
    for (const [index, published] of NIP17_WRAPS.entries()) {
      const wrap = parseEvent(published);
      if ('error' in wrap) throw new Error(wrap.error);
      expect(verifyEvent(wrap)).toBeDefined();
      const opened = await unwrap(wrap, localSigner(readers[index] as Uint8Array));
      expect(opened).toMatchObject({
        rumor: { kind: 14, content: 'Hola, que tal?' },
        sender: getPublicKey(sender),
      });
    }
  });
});

const NIP17_WRAPS = [
  {
    id: '2886780f7349afc1344047524540ee716f7bdc1b64191699855662330bf235d8',
    pubkey: '8f8a7ec43b77d25799281207e1a47f7a654755055788f7482653f9c9661c6d51',
    created_at: 1703128320,
    kind: 1059,
    tags: [['p', '918e2da906df4ccd12c8ac672d8335add131a4cf9d27ce42b3bb3625755f0788']],
    content:
      'AsqzdlMsG304G8h08bE67dhAR1gFTzTckUUyuvndZ8LrGCvwI4pgC3d6hyAK0Wo9gtkLqSr2rT2RyHlE5wRqbCOlQ8WvJEKwqwIJwT5PO3l2RxvGCHDbd1b1o40ZgIVwwLCfOWJ86I5upXe8K5AgpxYTOM1BD+SbgI5jOMA8tgpRoitJedVSvBZsmwAxXM7o7sbOON4MXHzOqOZpALpS2zgBDXSAaYAsTdEM4qqFeik+zTk3+L6NYuftGidqVluicwSGS2viYWr5OiJ1zrj1ERhYSGLpQnPKrqDaDi7R1KrHGFGyLgkJveY/45y0rv9aVIw9IWF11u53cf2CP7akACel2WvZdl1htEwFu/v9cFXD06fNVZjfx3OssKM/uHPE9XvZttQboAvP5UoK6lv9o3d+0GM4/3zP+yO3C0NExz1ZgFmbGFz703YJzM+zpKCOXaZyzPjADXp8qBBeVc5lmJqiCL4solZpxA1865yPigPAZcc9acSUlg23J1dptFK4n3Tl5HfSHP+oZ/QS/SHWbVFCtq7ZMQSRxLgEitfglTNz9P1CnpMwmW/Y4Gm5zdkv0JrdUVrn2UO9ARdHlPsW5ARgDmzaxnJypkfoHXNfxGGXWRk0sKLbz/ipnaQP/eFJv/ibNuSfqL6E4BnN/tHJSHYEaTQ/PdrA2i9laG3vJti3kAl5Ih87ct0w/tzYfp4SRPhEF1zzue9G/16eJEMzwmhQ5Ec7jJVcVGa4RltqnuF8unUu3iSRTQ+/MNNUkK6Mk+YuaJJs6Fjw6tRHuWi57SdKKv7GGkr0zlBUU2Dyo1MwpAqzsCcCTeQSv+8qt4wLf4uhU9Br7F/L0ZY9bFgh6iLDCdB+4iABXyZwT7Ufn762195hrSHcU4Okt0Zns9EeiBOFxnmpXEslYkYBpXw70GmymQfJlFOfoEp93QKCMS2DAEVeI51dJV1e+6t3pCSsQN69Vg6jUCsm1TMxSs2VX4BRbq562+VffchvW2BB4gMjsvHVUSRl8i5/ZSDlfzSPXcSGALLHBRzy+gn0oXXJ/447VHYZJDL3Ig8+QW5oFMgnWYhuwI5QSLEyflUrfSz+Pdwn/5eyjybXKJftePBD9Q+8NQ8zulU5sqvsMeIx/bBUx0fmOXsS3vjqCXW5IjkmSUV7q54GewZqTQBlcx+90xh/LSUxXex7UwZwRnifvyCbZ+zwNTHNb12chYeNjMV7kAIr3cGQv8vlOMM8ajyaZ5KVy7HpSXQjz4PGT2/nXbL5jKt8Lx0erGXsSsazkdoYDG3U',
    sig: 'a3c6ce632b145c0869423c1afaff4a6d764a9b64dedaf15f170b944ead67227518a72e455567ca1c2a0d187832cecbde7ed478395ec4c95dd3e71749ed66c480',
  },
  {
    id: '162b0611a1911cfcb30f8a5502792b346e535a45658b3a31ae5c178465509721',
    pubkey: '626be2af274b29ea4816ad672ee452b7cf96bbb4836815a55699ae402183f512',
    created_at: 1702711587,
    kind: 1059,
    tags: [['p', '44900586091b284416a0c001f677f9c49f7639a55c3f1e2ec130a8e1a7998e1b']],
    content:
      'AsTClTzr0gzXXji7uye5UB6LYrx3HDjWGdkNaBS6BAX9CpHa+Vvtt5oI2xJrmWLen+Fo2NBOFazvl285Gb3HSM82gVycrzx1HUAaQDUG6HI7XBEGqBhQMUNwNMiN2dnilBMFC3Yc8ehCJT/gkbiNKOpwd2rFibMFRMDKai2mq2lBtPJF18oszKOjA+XlOJV8JRbmcAanTbEK5nA/GnG3eGUiUzhiYBoHomj3vztYYxc0QYHOx0WxiHY8dsC6jPsXC7f6k4P+Hv5ZiyTfzvjkSJOckel1lZuE5SfeZ0nduqTlxREGeBJ8amOykgEIKdH2VZBZB+qtOMc7ez9dz4wffGwBDA7912NFS2dPBr6txHNxBUkDZKFbuD5wijvonZDvfWq43tZspO4NutSokZB99uEiRH8NAUdGTiNb25m9JcDhVfdmABqTg5fIwwTwlem5aXIy8b66lmqqz2LBzJtnJDu36bDwkILph3kmvaKPD8qJXmPQ4yGpxIbYSTCohgt2/I0TKJNmqNvSN+IVoUuC7ZOfUV9lOV8Ri0AMfSr2YsdZ9ofV5o82ClZWlWiSWZwy6ypa7CuT1PEGHzywB4CZ5ucpO60Z7hnBQxHLiAQIO/QhiBp1rmrdQZFN6PUEjFDloykoeHe345Yqy9Ke95HIKUCS9yJurD+nZjjgOxZjoFCsB1hQAwINTIS3FbYOibZnQwv8PXvcSOqVZxC9U0+WuagK7IwxzhGZY3vLRrX01oujiRrevB4xbW7Oxi/Agp7CQGlJXCgmRE8Rhm+Vj2s+wc/4VLNZRHDcwtfejogjrjdi8p6nfUyqoQRRPARzRGUnnCbh+LqhigT6gQf3sVilnydMRScEc0/YYNLWnaw9nbyBa7wFBAiGbJwO40k39wj+xT6HTSbSUgFZzopxroO3f/o4+ubx2+IL3fkev22mEN38+dFmYF3zE+hpE7jVxrJpC3EP9PLoFgFPKCuctMnjXmeHoiGs756N5r1Mm1ffZu4H19MSuALJlxQR7VXE/LzxRXDuaB2u9days/6muP6gbGX1ASxbJd/ou8+viHmSC/ioHzNjItVCPaJjDyc6bv+gs1NPCt0qZ69G+JmgHW/PsMMeL4n5bh74g0fJSHqiI9ewEmOG/8bedSREv2XXtKV39STxPweceIOh0k23s3N6+wvuSUAJE7u1LkDo14cobtZ/MCw/QhimYPd1u5HnEJvRhPxz0nVPz0QqL/YQeOkAYk7uzgeb2yPzJ6DBtnTnGDkglekhVzQBFRJdk740LEj6swkJ',
    sig: 'c94e74533b482aa8eeeb54ae72a5303e0b21f62909ca43c8ef06b0357412d6f8a92f96e1a205102753777fd25321a58fba3fb384eee114bd53ce6c06a1c22bab',
  },
];
