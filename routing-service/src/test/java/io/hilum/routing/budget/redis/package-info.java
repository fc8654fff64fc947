@NullMarked
package io.hilum.routing.budget.redis;

import org.jspecify.annotations.NullMarked;
