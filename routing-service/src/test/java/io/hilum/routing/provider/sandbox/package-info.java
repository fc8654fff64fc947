@NullMarked
package io.hilum.routing.provider.sandbox;

import org.jspecify.annotations.NullMarked;
