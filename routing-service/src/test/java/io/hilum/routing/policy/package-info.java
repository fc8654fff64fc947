@NullMarked
package io.hilum.routing.policy;

import org.jspecify.annotations.NullMarked;
