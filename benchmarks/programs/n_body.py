"""Moves the sun and four planets by symplectic steps: float arithmetic on lists in one tight nest of loops."""

DAYS = 365.24
MASS = 39.47841760435743
BODIES = {
    "sun": ([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], MASS),
    "jupiter": ([4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
                [0.00166007664274403694 * DAYS, 0.00769901118419740425 * DAYS, -0.0000690460016972063023 * DAYS],
                0.000954791938424326609 * MASS),
    "saturn": ([8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
               [-0.00276742510726411021 * DAYS, 0.00499852801234917238 * DAYS, 0.0000230417297573763929 * DAYS],
               0.000285885980666130812 * MASS),
    "uranus": ([12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
               [0.00296460137564761618 * DAYS, 0.00237847173959480950 * DAYS, -0.0000296589568540237556 * DAYS],
               0.0000436624404335156298 * MASS),
    "neptune": ([15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
                [0.00268067772490389322 * DAYS, 0.00162824170038242295 * DAYS, -0.0000951592254519715870 * DAYS],
                0.0000515138902046611451 * MASS),
}


def pairs(bodies):
    return [(bodies[i], bodies[j]) for i in range(len(bodies)) for j in range(i + 1, len(bodies))]


def energy(bodies):
    total = 0.0
    for (r1, _, m1), (r2, _, m2) in pairs(bodies):
        distance = sum((a - b) ** 2 for a, b in zip(r1, r2)) ** 0.5
        total -= m1 * m2 / distance
    for _, velocity, mass in bodies:
        total += mass * sum(v * v for v in velocity) / 2.0
    return total


def advance(step, count, bodies):
    all_pairs = pairs(bodies)
    for _ in range(count):
        for (r1, v1, m1), (r2, v2, m2) in all_pairs:
            dx = r1[0] - r2[0]
            dy = r1[1] - r2[1]
            dz = r1[2] - r2[2]
            pull = step * (dx * dx + dy * dy + dz * dz) ** -1.5
            toward2 = m2 * pull
            toward1 = m1 * pull
            v1[0] -= dx * toward2
            v1[1] -= dy * toward2
            v1[2] -= dz * toward2
            v2[0] += dx * toward1
            v2[1] += dy * toward1
            v2[2] += dz * toward1
        for r, (vx, vy, vz), _ in bodies:
            r[0] += step * vx
            r[1] += step * vy
            r[2] += step * vz


def main(steps):
    bodies = list(BODIES.values())
    sun = bodies[0]
    for _, velocity, mass in bodies[1:]:
        for axis in range(3):
            sun[1][axis] -= velocity[axis] * mass / sun[2]
    print(f"{energy(bodies):.9f}")
    advance(0.01, steps, bodies)
    print(f"{energy(bodies):.9f}")


main(80_000)
