package io.hilum.trust.seal.spring;

import java.util.function.Function;

import io.hilum.trust.seal.WrappedKey;
import reactor.core.publisher.Mono;

/**
 * A wrapped key in its store.
 *
 * @param owner whose it is, as a log tells it, such as {@code collection} and its id
 * @param wrapped the key
 * @param place to which it belongs
 * @param store puts another wrapping in the place of this one; {@code false} if the key
 * is gone, or was wrapped anew by somebody else since
 */
public record RenewableKey(String owner, WrappedKey wrapped, String place, Function<WrappedKey, Mono<Boolean>> store) {

}
