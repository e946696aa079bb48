# NetworkX: building graphs, shortest paths, components, flows, centralities, drawing to text forms.
import io
import networkx as nx

G = nx.Graph()
G.add_weighted_edges_from([("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3)])
print(G, nx.dijkstra_path(G, "a", "e"), nx.dijkstra_path_length(G, "a", "e"), dict(nx.all_pairs_shortest_path_length(G))["a"])
print(sorted(nx.minimum_spanning_edges(G, data=False)), nx.density(G), nx.diameter(G), nx.center(G), sorted(nx.articulation_points(G)), list(nx.bridges(G)))
D = nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 4), (6, 5)])
print([sorted(c) for c in nx.strongly_connected_components(D)], nx.is_directed_acyclic_graph(D), sorted(nx.simple_cycles(D)), list(nx.condensation(D).edges))
T = nx.DiGraph({"shoes": ["walk"], "socks": ["shoes"], "trousers": ["shoes", "belt"], "belt": ["jacket"], "shirt": ["jacket"]})
print(list(nx.lexicographical_topological_sort(T)), nx.dag_longest_path(T), sorted(nx.descendants(T, "trousers")), nx.is_arborescence(T))
F = nx.DiGraph()
for u, v, c in [("s", "a", 10), ("s", "b", 5), ("a", "b", 15), ("a", "t", 10), ("b", "t", 10)]:
    F.add_edge(u, v, capacity=c)
print(nx.maximum_flow(F, "s", "t"), nx.minimum_cut(F, "s", "t")[0])
K = nx.karate_club_graph()
print({k: round(v, 6) for k, v in list(nx.betweenness_centrality(K).items())[:5]}, round(nx.average_clustering(K), 6), nx.transitivity(K))
print([len(c) for c in nx.community.greedy_modularity_communities(K)], max(nx.core_number(K).values()), sorted(nx.find_cliques(K), key=lambda c: (-len(c), c))[0])
print(sorted(nx.greedy_color(K, strategy="largest_first").items())[:6], len(nx.max_weight_matching(K)), nx.is_bipartite(K))
R = nx.gnp_random_graph(60, 0.1, seed=42)
print(R.number_of_edges(), nx.is_connected(R), [len(c) for c in nx.connected_components(R)], sorted(d for _, d in R.degree())[-5:])
print(nx.is_isomorphic(nx.cycle_graph(6), nx.Graph([(0, 2), (2, 4), (4, 1), (1, 3), (3, 5), (5, 0)])), nx.check_planarity(nx.complete_graph(5))[0], nx.wiener_index(nx.path_graph(10)))
print(list(nx.bfs_edges(nx.balanced_tree(2, 2), 0)), list(nx.dfs_postorder_nodes(nx.balanced_tree(2, 2), 0)), nx.to_prufer_sequence(nx.path_graph(5)))
buffer = io.BytesIO()
nx.write_graphml_xml(G, buffer)
print(len(buffer.getvalue()), nx.node_link_data(G)["links"][:2], "\n".join(nx.generate_gml(nx.path_graph(3))))
buffer.seek(0)
print(nx.read_graphml(buffer).edges(data=True))
try:
    nx.shortest_path(D, 5, 1)
except nx.NetworkXNoPath as error:
    print(error)
try:
    nx.bellman_ford_path(nx.DiGraph(), 1, 2)
except nx.NodeNotFound as error:
    print(error)
M = nx.MultiDiGraph([(1, 2, {"k": 1}), (1, 2, {"k": 2}), (2, 1)])
print(M.edges(keys=True, data=True), M.in_degree(2), nx.adjacency_data(M)["adjacency"], nx.relabel_nodes(M, {1: "one"}).nodes)
print(nx.forest_str(nx.balanced_tree(2, 2, create_using=nx.DiGraph)), nx.tree.tree_edit_distance if hasattr(nx.tree, "tree_edit_distance") else "")
H = nx.grid_2d_graph(12, 12)
print(nx.astar_path_length(H, (0, 0), (11, 11), lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1])), len(nx.eulerian_circuit and list(nx.eulerian_circuit(nx.complete_graph(9)))))
