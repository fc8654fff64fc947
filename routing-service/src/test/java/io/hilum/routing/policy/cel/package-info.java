@NullMarked
package io.hilum.routing.policy.cel;

import org.jspecify.annotations.NullMarked;
