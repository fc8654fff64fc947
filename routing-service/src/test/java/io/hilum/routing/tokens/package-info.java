@NullMarked
package io.hilum.routing.tokens;

import org.jspecify.annotations.NullMarked;
