package io.hilum.routing.plan;

/**
 * Spreads requests over deployments by weighted rendezvous hashing (Thaler and
 * Ravishankar 1998): each deployment draws its own lot from the seed and its name, and
 * the smallest wins. With a seed of chance that is a draw by weight; with the seed of a
 * conversation the same deployment wins each time, and when it goes, only its own
 * conversations move.
 */
final class Spread {

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	private static final double UNIT = 0x1.0p-53;

	private Spread() {
	}

	/**
	 * The lot of a deployment.
	 * @param seed the seed
	 * @param deployment its id
	 * @param weight its weight; one without weight loses against all others
	 * @return the lot, from above zero; the smallest wins
	 */
	static double lot(long seed, String deployment, int weight) {
		double drawn = ((mix(seed ^ hash(deployment)) >>> 11) + 0.5) * UNIT;
		return (weight > 0) ? -Math.log(drawn) / weight : Double.MAX_VALUE;
	}

	/**
	 * A number for a text, the same in every process (FNV-1a, then mixed).
	 * @param text the text
	 * @return the number
	 */
	static long hash(String text) {
		long hash = FNV_OFFSET;
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * FNV_PRIME;
		}
		return mix(hash);
	}

	/**
	 * The last steps of MurmurHash3, so that each bit depends on all others.
	 */
	private static long mix(long value) {
		long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ (mixed >>> 33);
	}

}
