/**
 * What a provider's answer says about itself, read without touching its bytes.
 */
@NullMarked
package io.hilum.routing.answer;

import org.jspecify.annotations.NullMarked;
